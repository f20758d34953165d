import type { Actor } from '@asaichi/contract/actor.ts'
import { done, type Outcome, type RefusalOf, refuse } from '@asaichi/contract/define.ts'
import type { getOwnData } from '@asaichi/contract/identity/own-data.ts'
import type { Context } from '../context.ts'
import { PASSWORD_CHANGES_PER_PERSON } from '../domain/limits.ts'
import { chargeAttempt } from '../store/attempts.ts'
import { findPasswordOwner } from '../store/persons.ts'

/** V10, V11: who has a session says the password once more, a few times an hour, before everything is shown or ended. */
export async function stepUp(
  { db, passwords, secrets }: Context,
  { actor, password }: { readonly actor: Actor; readonly password: string },
): Promise<Outcome<undefined, RefusalOf<(typeof getOwnData)['refusals']>>> {
  const spent = await chargeAttempt(db, {
    bucket: secrets.bucket('own-data', actor.personId),
    budget: PASSWORD_CHANGES_PER_PERSON,
  })
  if (spent.count > PASSWORD_CHANGES_PER_PERSON.most)
    return refuse('too-many-attempts', { retryAfterSeconds: spent.retryAfterSeconds })
  const { passwordHash } = await findPasswordOwner(db, actor.personId)
  const verified = await passwords.verify(password, passwordHash)
  if (!verified.ok) return verified
  return verified.value ? done(undefined) : refuse('current-password-wrong')
}
