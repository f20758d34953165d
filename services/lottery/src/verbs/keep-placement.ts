import type { winnerTurnedAway } from '@asaichi/contract/reservation/winners.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { findEntry, keepReservations, setEntryStatus } from '../store/entries.ts'
import type { Tables } from '../store/schema.ts'

/** M20: what winning entries have become; their owners go on from there. */
export async function keepPlacements(
  tx: Transaction<Tables>,
  winners: readonly { readonly entryId: string; readonly reservationId: string }[],
): Promise<void> {
  await keepReservations(tx, winners)
}

/** A win that met a closure entered after the freeze counts no longer, neither as a win nor as an entry (G2). */
export async function keepTurnedAway(
  tx: Transaction<Tables>,
  { entryId, blocker }: z.output<typeof winnerTurnedAway.data>,
): Promise<void> {
  const entry = await findEntry(tx, entryId)
  if (entry?.status === 'won')
    await setEntryStatus(tx, entryId, { status: 'void', voidBecause: blocker.kind })
}
