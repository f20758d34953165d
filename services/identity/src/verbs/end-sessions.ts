import { emitAll } from '@asaichi/bus/emit.ts'
import { sessionEnded } from '@asaichi/contract/identity/login.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'
import { endSessionsOf } from '../store/sessions.ts'

/** Ends every session of a person, and tells of each; answers how many. */
export async function endSessions(tx: Transaction<Tables>, personId: string): Promise<number> {
  const ended = await endSessionsOf(tx, personId)
  await emitAll(
    tx,
    ended.map(sessionId => ({
      event: sessionEnded,
      aggregateId: sessionId,
      version: 1,
      data: { sessionId, personId },
    })),
  )
  return ended.length
}
