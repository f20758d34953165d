import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { endWatch as request } from '@asaichi/contract/reservation/watches.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Tables } from '../store/schema.ts'
import { closeWatchOf, deleteWatch } from '../store/watches.ts'

/** G5: the person no longer wants to be told. */
export function endWatch(
  db: Kysely<Tables>,
  { actor: { personId }, watchId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (!(await closeWatchOf(tx, { watchId, personId }))) return refuse('not-found')
    return done({})
  })
}

/** At the start of its time a watch is forgotten, told or not. */
export async function closeWatch(tx: Transaction<Tables>, watchId: string): Promise<void> {
  await deleteWatch(tx, watchId)
}
