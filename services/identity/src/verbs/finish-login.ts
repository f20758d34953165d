import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { finishLogin as request } from '@asaichi/contract/identity.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Context } from '../context.ts'
import { CODE_TRIES } from '../domain/limits.ts'
import { newSessionToken, sameSecret, sessionTokenHash } from '../secrets.ts'
import { countTry, endChallenge } from '../store/challenges.ts'
import type { Tables } from '../store/schema.ts'
import { findLiveSession, insertSession } from '../store/sessions.ts'

/** M9: the try is counted before the code is compared, and the challenge ends with the session's first row: of two right answers one wins. */
export async function finishLogin(
  { db, secrets }: Context,
  { challengeId, code }: { readonly challengeId: string; readonly code: string },
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    const challenge = await countTry(tx, challengeId)
    if (!challenge) return refuse('code-not-valid')
    if (!sameSecret(code, secrets.loginCode(challengeId)))
      return refuse('code-wrong', { triesLeft: CODE_TRIES - challenge.tries })
    await endChallenge(tx, challengeId)
    return done(await openSession(tx, challenge))
  })
}

async function openSession(
  tx: Transaction<Tables>,
  { personId, cityId }: { readonly personId: string; readonly cityId: string },
) {
  const token = newSessionToken()
  const tokenHash = sessionTokenHash(token)
  await insertSession(tx, { sessionId: newId(), tokenHash, personId, cityId })
  const session = await findLiveSession(tx, tokenHash)
  if (!session) throw new Error('a new session is not live')
  return { token, session }
}
