import type { Transaction } from '@asaichi/store/database.ts'
import { lockRound, setStatus } from '../store/rounds.ts'
import type { Tables } from '../store/schema.ts'

/** M17: a round takes entries from the start of day −35. */
export async function openRound(tx: Transaction<Tables>, roundId: string): Promise<void> {
  const round = await lockRound(tx, roundId)
  if (round?.status === 'scheduled') await setStatus(tx, roundId, 'open')
}
