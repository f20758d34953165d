import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { z } from 'zod'
import type { SecretWork } from '../context.ts'
import type { Tables } from '../store/schema.ts'
import { drawCodes } from './draw-codes.ts'

const Data = z.object({ reservationId: z.uuid() })

/** Leaves waiting grants to due work: drawing takes grant before venue, and here the venue is taken already. */
export async function drawSoon(
  tx: Transaction<Tables>,
  reservationIds: readonly string[],
  cause: string,
): Promise<void> {
  if (reservationIds.length === 0) return
  const dueAt = await townNow(tx)
  // The cause is part of the key, so that this never waits for a row whose work is under way and waits for us.
  for (const reservationId of reservationIds)
    await schedule(tx, {
      kind: 'draw-codes',
      key: `${reservationId}/${cause}`,
      dueAt,
      data: { reservationId },
    })
}

export async function drawDue(work: SecretWork, data: unknown): Promise<void> {
  await drawCodes(work, Data.parse(data).reservationId)
}
