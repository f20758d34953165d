import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { Bookable } from './bookable.ts'
import { feeOf } from './fee.ts'

/** What an entry won. */
export type Winner = {
  readonly entryId: string
  readonly personId: string
  readonly wish: {
    readonly listingId: string
    readonly date: string
    readonly from: string
    readonly to: string
  }
  readonly eventName: string
  readonly people: number
  readonly note: string
  readonly purpose?: Purpose | undefined
}

/** The time and price of a won wish; judged when it was entered, so nothing is judged here. The price is that of the day it is placed (G10). */
export function wonTime(
  { wish }: Winner,
  { venue, space, listing }: Bookable,
  of: { readonly policy: CityPolicy; readonly classId: string | null | undefined },
) {
  const { date, from, to } = wish
  return {
    spaceIds: withParts(venue.spaces, space.spaceId),
    startsAt: instantAt(date, from),
    endsAt: instantAt(date, to),
    ...feeOf(of.policy, wish, { listing, classId: of.classId, options: [] }),
  }
}

/** G7: the end of the n-th day after the draw, but never after the use has started. */
export function confirmBy(
  policy: CityPolicy,
  won: { readonly at: string; readonly startsAt: string },
): string | null {
  const { confirmDays } = policy.draw
  if (confirmDays === null) return null
  const end = instantAt(addDays(localDateOf(won.at), confirmDays), '24:00')
  return end < won.startsAt ? end : won.startsAt
}
