import { emit } from '@asaichi/bus/emit.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { loginCodeIssued } from '@asaichi/contract/identity/login.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Context } from '../context.ts'
import { nextCodeAt, type Opening, replaceChallenge } from '../store/challenges.ts'
import { lockPerson } from '../store/persons.ts'
import { hasApp } from '../store/second-factors.ts'

/**
 * A20: at most five codes an hour that were not used; who knew the password, or is logged in, is told when the next one can come (M31).
 * Those of an app count alike, though no mail goes out: five tries each bound what a guesser gets.
 */
export async function issueChallenge(
  { db }: Pick<Context, 'db'>,
  { opening, officePhone }: { readonly opening: Opening; readonly officePhone: string },
) {
  return db.transaction().execute(async tx => {
    await lockPerson(tx, opening.personId)
    const wait = await nextCodeAt(tx, opening.personId)
    if (wait) return refuse('too-many-codes', { ...wait, officePhone })
    const challenge = await replaceChallenge(tx, { challengeId: newId(), ...opening })
    if (await hasApp(tx, opening.personId)) return done({ ...challenge, by: 'app' as const })
    await emit(tx, loginCodeIssued, { aggregateId: challenge.challengeId, version: 1, data: challenge })
    return done({ ...challenge, by: 'mail' as const })
  })
}
