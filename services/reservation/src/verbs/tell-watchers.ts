import { emitAll } from '@asaichi/bus/emit.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { firstComeWindow } from '@asaichi/calendar/windows.ts'
import { watchedTimeFreed } from '@asaichi/contract/reservation/watches.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { findPolicy, findVenue } from '../store/copies.ts'
import type { Occupancy } from '../store/occupancies.ts'
import type { Tables } from '../store/schema.ts'
import { takeFreedWatches } from '../store/watches.ts'

/** G5: tells everyone whose whole watched time is free now, once. After the last day of booking there is nothing to tell. */
export async function tellWatchers(tx: Transaction<Tables>, freed: Occupancy): Promise<void> {
  const date = localDateOf(freed.startsAt)
  const venue = await findVenue(tx, freed.venueId)
  const policy = venue && (await findPolicy(tx, venue.cityId))
  if (!policy || (await townNow(tx)) >= firstComeWindow(policy.windows, date).closesAt) return
  const watches = await takeFreedWatches(tx, { ...freed, date })
  await emitAll(
    tx,
    watches.map(data => ({ event: watchedTimeFreed, aggregateId: data.watchId, version: 1, data })),
  )
}
