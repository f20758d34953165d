import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import { type logout as request, sessionEnded } from '@asaichi/contract/identity/login.ts'
import type { Context } from '../context.ts'
import { sessionTokenHash } from '../secrets.ts'
import { endSession } from '../store/sessions.ts'

/** Ends the session of this token; where there is none, there is nothing to do. */
export async function logout(
  { db }: Context,
  { token }: { readonly token: string },
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    const session = await endSession(tx, sessionTokenHash(token))
    if (session) await emit(tx, sessionEnded, { aggregateId: session.sessionId, version: 1, data: session })
    return done({})
  })
}
