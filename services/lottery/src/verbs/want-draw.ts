import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { retryAt } from '../domain/draw-times.ts'
import { changeRound, lockRound, wakeDrawer } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

/** Writes down that the round is to be drawn now; the drawer takes it from there, outside this transaction. */
export async function wantDraw(tx: Transaction<Tables>, roundId: string): Promise<void> {
  const record = await lockRound(tx, roundId)
  if (record?.round.status !== 'frozen') return
  await changeRound(tx, roundId, { drawWantedAt: await townNow(tx) })
  await wakeDrawer(tx)
}

/** Takes a round that could not be drawn off the drawer's desk and puts it back there later, for a day. */
export function postponeDraw(db: Kysely<Tables>, roundId: string): Promise<void> {
  return db.transaction().execute(async tx => {
    const record = await lockRound(tx, roundId)
    if (record?.round.status !== 'frozen') return
    await changeRound(tx, roundId, { drawWantedAt: null })
    await scheduleRetry(tx, 'draw-round', record.round)
  })
}

export async function scheduleRetry(
  tx: Transaction<Tables>,
  kind: 'draw-round' | 'publish-round',
  { roundId, drawAt }: { readonly roundId: string; readonly drawAt: string },
): Promise<void> {
  const dueAt = retryAt(await townNow(tx), drawAt)
  if (dueAt !== undefined) await schedule(tx, { kind, key: roundId, dueAt })
}
