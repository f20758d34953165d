import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { signOutPerson as request } from '@asaichi/contract/identity/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { recordAct } from '../store/audit.ts'
import { endChallengesOf } from '../store/challenges.ts'
import { forgetDevicesOf } from '../store/known-devices.ts'
import { endSessions } from './end-sessions.ts'
import { serve } from './serve.ts'

/** M6: everywhere at once, and half a login too; a lost phone is no known device any more (V3). */
export async function signOutPerson(
  { db }: Context,
  { actor, personId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  return serve(db, { actor, personId }, async tx => {
    const ended = await endSessions(tx, personId)
    await endChallengesOf(tx, personId)
    await forgetDevicesOf(tx, personId)
    await recordAct(tx, actor, { act: 'sign-out', subjectId: personId })
    return done({ ended })
  })
}
