import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import { type endOwnSession as request, sessionEnded } from '@asaichi/contract/identity/login.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { endSessionOf } from '../store/sessions.ts'

/** R15: signs out a browser that is somewhere else. */
export async function endOwnSession(
  { db }: Context,
  { actor: { personId }, sessionId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (await endSessionOf(tx, { personId, sessionId }))
      await emit(tx, sessionEnded, { aggregateId: sessionId, version: 1, data: { sessionId, personId } })
    return done({})
  })
}
