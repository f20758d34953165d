import type { Fact } from '@asaichi/bus/apply-event.ts'
import { addMs, localDateOf } from '@asaichi/calendar/instant.ts'
import { addMonths } from '@asaichi/calendar/local-date.ts'
import type { spaceOccupied, spaceReleased } from '@asaichi/contract/reservation.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { bumpMonths, keepOccupied, keepReleased } from '../store/occupancies.ts'
import type { Tables } from '../store/schema.ts'

/** The copy of reservation's calendar: a whole hall arrives with all its parts (M13). */
export async function occupySpaces(
  tx: Transaction<Tables>,
  { data }: Fact<z.output<typeof spaceOccupied.data>>,
): Promise<void> {
  const changed = await keepOccupied(tx, data)
  await bumpMonths(tx, changed, monthsOf(data))
}

/** A release is final, whether it comes before or after its occupancy. */
export async function releaseSpaces(
  tx: Transaction<Tables>,
  { data }: Fact<z.output<typeof spaceReleased.data>>,
): Promise<void> {
  for (const { spaceId, ...span } of await keepReleased(tx, data))
    await bumpMonths(tx, [spaceId], monthsOf(span))
}

/** The months of the city's calendar the span touches. */
function monthsOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): string[] {
  const last = localDateOf(addMs(endsAt, -1)).slice(0, 7)
  const months: string[] = []
  for (let month = localDateOf(startsAt).slice(0, 7); month <= last; month = addMonths(month, 1))
    months.push(month)
  return months
}
