import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { mailChangeAsked, type requestMailChange as request } from '@asaichi/contract/identity/mail-change.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { PASSWORD_CHANGES_PER_PERSON } from '../domain/limits.ts'
import { chargeAttempt } from '../store/attempts.ts'
import { findCity } from '../store/cities.ts'
import { insertMailChange, nextMailCodeAt } from '../store/mail-changes.ts'
import { findPasswordOwner, lockPerson } from '../store/persons.ts'
import { whileStopped } from './while-stopped.ts'

/** M9: sends a code to the new address. Whether it is another person's is not looked at, so neither answer nor time can tell. */
export async function requestMailChange(
  { db, passwords, secrets }: Context,
  { actor, mail, currentPassword }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { personId, cityId } = actor
  const stopped = actor.role === 'resident' && (await whileStopped(db, cityId))
  if (stopped) return stopped
  const owner = await findPasswordOwner(db, personId)
  const spent = await chargeAttempt(db, {
    bucket: secrets.bucket('change-mail', personId),
    budget: PASSWORD_CHANGES_PER_PERSON,
  })
  if (spent.count > PASSWORD_CHANGES_PER_PERSON.most)
    return refuse('too-many-attempts', { retryAfterSeconds: spent.retryAfterSeconds })
  const verified = await passwords.verify(currentPassword, owner.passwordHash)
  if (!verified.ok) return verified
  if (!verified.value) return refuse('current-password-wrong')
  // Another spelling of the same mailbox needs a code as well: it may be the one that works.
  if (mail === owner.mail) return refuse('same-mail')
  return db.transaction().execute(async tx => {
    await lockPerson(tx, personId)
    const wait = await nextMailCodeAt(tx, personId)
    const officePhone = (await findCity(tx, cityId))?.officePhone ?? ''
    if (wait) return refuse('too-many-codes', { ...wait, officePhone })
    const changeId = newId()
    const change = await insertMailChange(tx, {
      changeId,
      personId,
      cityId,
      oldMail: owner.mail,
      newMail: mail,
    })
    await emit(tx, mailChangeAsked, { aggregateId: changeId, version: 1, data: { changeId } })
    return done(change)
  })
}
