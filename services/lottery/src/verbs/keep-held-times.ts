import type { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { keepHeld, releaseHeld } from '../store/held-times.ts'
import type { Tables } from '../store/schema.ts'

/** M19: the city's own times, as reservation tells them. */
export async function keepHeldTimes(
  tx: Transaction<Tables>,
  { occupancies }: z.output<typeof spacesOccupied.data>,
): Promise<void> {
  const held = occupancies.flatMap(({ kind, ...occupancy }) =>
    kind === 'city-use' || kind === 'closure' ? [{ kind, ...occupancy }] : [],
  )
  if (held.length > 0) await keepHeld(tx, held, await townNow(tx))
}

export async function releaseHeldTime(
  tx: Transaction<Tables>,
  released: z.output<typeof spaceReleased.data>,
): Promise<void> {
  await releaseHeld(tx, released, await townNow(tx))
}
