import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type Outcome, type OutcomeOf, type RefusalOf, refuse } from '@asaichi/contract/define.ts'
import type { acceptInvitation as request } from '@asaichi/contract/identity/team.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { isPossibleBirthDate } from '../domain/age.ts'
import { weaknessOf } from '../domain/password-rules.ts'
import { recordAct } from '../store/audit.ts'
import { findCity } from '../store/cities.ts'
import { findLiveInvitation, type Invited, takeInvitation } from '../store/invitations.ts'
import { findIdByMail } from '../store/persons.ts'
import type { Account } from '../store/profile-columns.ts'
import type { Tables } from '../store/schema.ts'
import { findMember, giveRole } from '../store/team.ts'
import { numberPerson } from './number-person.ts'

type Input = z.output<(typeof request)['input']>
type Answer = OutcomeOf<typeof request>

/** The link shows that the mailbox is theirs; whoever has an account there joins with it, whatever else was sent. */
export async function acceptInvitation(context: Context, { token, account }: Input): Promise<Answer> {
  const { db, secrets } = context
  const invitationId = secrets.invitationOf(token)
  const invited = invitationId && (await findLiveInvitation(db, invitationId))
  if (!invited) return refuse('token-not-valid')
  const known = await findIdByMail(db, invited.mail)
  const whole = known === undefined ? await wholeAccount(context, invited, account) : done(undefined)
  if (!whole.ok) return whole
  return db.transaction().execute(async tx => {
    if (!(await takeInvitation(tx, invited.invitationId))) return refuse('token-not-valid')
    const personId = known ?? (await newMember(tx, invited, whole.value))
    await join(tx, invited, personId)
    return done({ cityId: invited.cityId, role: invited.role })
  })
}

async function wholeAccount(
  { db, passwords }: Context,
  { mail, cityId }: Invited,
  account: Input['account'],
): Promise<Outcome<Account, RefusalOf<(typeof request)['refusals']>>> {
  if (!account) return refuse('account-needed')
  if (!isPossibleBirthDate(account.birthDate, localDateOf(await townNow(db))))
    return refuse('birth-date-impossible')
  const reason = weaknessOf(account.password, { ...account, mail, city: await findCity(db, cityId) })
  if (reason) return refuse('weak-password', { reason })
  const hashed = await passwords.hash(account.password)
  if (!hashed.ok) return hashed
  const { password: _, ...profile } = account
  return done({ ...profile, mail, passwordHash: hashed.value })
}

async function newMember(
  tx: Transaction<Tables>,
  { mail }: Invited,
  account: Account | undefined,
): Promise<string> {
  const person = account && (await numberPerson(tx, account))
  // Registered in the moment between: the link has shown whose mailbox it is, so it is the same person.
  const personId = person?.personId ?? (await findIdByMail(tx, mail))
  if (personId === undefined) throw new Error('the invited person has gone')
  return personId
}

async function join(tx: Transaction<Tables>, { cityId, role }: Invited, personId: string): Promise<void> {
  // Who came onto the team by another way meanwhile keeps the role of that way.
  if (await findMember(tx, { cityId, personId })) return
  await giveRole(tx, { cityId, personId, role })
  await recordAct(tx, { personId, role, cityId }, { act: 'accept-invitation', subjectId: personId, role })
}
