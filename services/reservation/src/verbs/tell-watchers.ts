import { emitAll } from '@asaichi/bus/emit.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { laterWindow } from '@asaichi/calendar/user-class.ts'
import { firstComeWindow } from '@asaichi/calendar/windows.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
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
  const now = await townNow(tx)
  if (!policy || now >= firstComeWindow(policy.windows, date).closesAt) return
  const watches = await takeFreedWatches(tx, { ...freed, date, notYet: notYetOpen(policy, date, now) })
  await emitAll(
    tx,
    watches.map(data => ({ event: watchedTimeFreed, aggregateId: data.watchId, version: 1, data })),
  )
}

/** G11: the classes for which the date is not open while it is for others; null among them is who has none of their own. */
function notYetOpen(policy: CityPolicy, date: string, now: string): readonly (string | null)[] {
  const window = firstComeWindow(policy.windows, date)
  if (now < window.opensAt) return []
  return (policy.classes ?? [])
    .filter(each => now < laterWindow(window, each).opensAt)
    .flatMap(({ classId }) => (classId === policy.classes?.[0]?.classId ? [classId, null] : [classId]))
}
