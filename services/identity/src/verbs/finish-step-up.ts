import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { finishStepUp as request } from '@asaichi/contract/identity/second-factor.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { CODE_TRIES } from '../domain/limits.ts'
import { countTry, useChallenge } from '../store/challenges.ts'
import { freshenSession } from '../store/sessions.ts'
import { acceptFactor } from './accept-factor.ts'
import { noteRecoveryCode } from './note-recovery-code.ts'

/** V9: the try is counted before the code is looked at, as at a login. */
export async function finishStepUp(
  { db, secrets, factors }: Context,
  { actor, sessionId, challengeId, code }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const { personId } = actor
  return db.transaction().execute(async tx => {
    const challenge = await countTry(tx, { challengeId, sessionId })
    if (!challenge || challenge.personId !== personId) return refuse('code-not-valid')
    const accepted = await acceptFactor({ secrets, factors }, tx, { challengeId, personId, code })
    if (accepted === 'wrong') return refuse('code-wrong', { triesLeft: CODE_TRIES - challenge.tries })
    await useChallenge(tx, challengeId)
    if (!(await freshenSession(tx, { personId, sessionId }))) return refuse('code-not-valid')
    if (accepted === 'recovery-code') await noteRecoveryCode(tx, actor)
    return done({})
  })
}
