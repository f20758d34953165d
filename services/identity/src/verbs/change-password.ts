import { emit } from '@asaichi/bus/emit.ts'
import { done, type Outcome, type OutcomeOf, type RefusalOf, refuse } from '@asaichi/contract/define.ts'
import { passwordChanged, type changePassword as request } from '@asaichi/contract/identity/password.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { PASSWORD_CHANGES_PER_PERSON } from '../domain/limits.ts'
import { typedFromMail } from '../domain/password-help.ts'
import { weaknessOf } from '../domain/password-rules.ts'
import { sessionTokenHash } from '../secrets.ts'
import { chargeAttempt } from '../store/attempts.ts'
import { recordAct } from '../store/audit.ts'
import { endChallengesOf } from '../store/challenges.ts'
import { findCity } from '../store/cities.ts'
import { endHelpsOf } from '../store/password-helps.ts'
import { findPasswordOwner, lockPerson, type PasswordOwner, savePassword } from '../store/persons.ts'
import type { Tables } from '../store/schema.ts'
import { findLiveSession, type LiveSession } from '../store/sessions.ts'
import { endSessions } from './end-sessions.ts'
import { openSession } from './open-session.ts'

type Input = z.output<(typeof request)['input']>
type Answer = OutcomeOf<typeof request>
type Refusal = RefusalOf<(typeof request)['refusals']>

/** S8, S9: a strong password replaces the old one; whoever else was logged in or half way in with the old one is out. */
export async function changePassword(context: Context, input: Input): Promise<Answer> {
  const { db, passwords } = context
  const session = await findLiveSession(db, sessionTokenHash(input.token))
  if (!session) return refuse('no-session')
  const owner = await findPasswordOwner(db, session.personId)
  const reason = weaknessOf(input.newPassword, { ...owner, city: await findCity(db, session.cityId) })
  if (reason) return refuse('weak-password', { reason })
  const allowed = await mayChange(context, input, { session, owner })
  if (!allowed.ok) return allowed
  const hashed = await passwords.hash(input.newPassword)
  if (!hashed.ok) return hashed
  return db
    .transaction()
    .execute(tx => replacePassword(tx, session, { token: input.token, hash: hashed.value }))
}

async function mayChange(
  { db, passwords, secrets }: Context,
  { currentPassword, newPassword }: Input,
  { session, owner }: { readonly session: LiveSession; readonly owner: PasswordOwner },
): Promise<Outcome<undefined, Refusal>> {
  const spent = await chargeAttempt(db, {
    bucket: secrets.bucket('change-password', session.personId),
    budget: PASSWORD_CHANGES_PER_PERSON,
  })
  if (spent.count > PASSWORD_CHANGES_PER_PERSON.most)
    return refuse('too-many-attempts', { retryAfterSeconds: spent.retryAfterSeconds })
  if (!session.mustChangePassword) {
    const current = currentPassword ?? ''
    const verified = await passwords.verify(current, owner.passwordHash)
    if (!verified.ok) return verified
    if (!verified.value) return refuse('current-password-wrong')
    return isSameText(current, newPassword) ? refuse('same-password') : done(undefined)
  }
  // A36: neither the temporary password nor the old one, which other people may have read, becomes the new one.
  const { helpId } = session
  if (helpId !== null && typedFromMail(newPassword) === secrets.temporaryPassword(helpId))
    return refuse('same-password')
  const isOld = await passwords.verify(newPassword, owner.passwordHash)
  if (!isOld.ok) return isOld
  return isOld.value ? refuse('same-password') : done(undefined)
}

function isSameText(one: string, other: string): boolean {
  return one.normalize('NFC') === other.normalize('NFC')
}

async function replacePassword(
  tx: Transaction<Tables>,
  { personId, cityId, role, stays, factorAt }: LiveSession,
  using: { readonly token: string; readonly hash: string },
): Promise<Answer> {
  await lockPerson(tx, personId)
  // Of two changes at once, the first has ended the session of the second.
  if (!(await findLiveSession(tx, sessionTokenHash(using.token)))) return refuse('no-session')
  await savePassword(tx, personId, using.hash)
  await endSessions(tx, personId)
  await endHelpsOf(tx, personId)
  await endChallengesOf(tx, personId)
  await recordAct(tx, { personId, cityId, role }, { act: 'change-password', subjectId: personId })
  const changeId = newId()
  await emit(tx, passwordChanged, {
    aggregateId: changeId,
    version: 1,
    data: { changeId, personId, cityId },
  })
  return done(await openSession(tx, { personId, cityId, helpId: null, stays, factorAt }))
}
