import { isOnGrid } from '@asaichi/calendar/grid.ts'
import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { TimeRange } from '../../lib/range.ts'

/** A time of a listing that somebody wants. */
export type Wanted = { readonly listingId: string; readonly date: string } & TimeRange

export function applyPath({ listingId, date, from, to }: Wanted): string {
  return `/apply?${new URLSearchParams({ listing: listingId, date, from, to })}`
}

/** A room's calendar, on a day and at a time where they are meant. */
export function availabilityPath(
  listingId: string,
  chosen: { readonly date?: string; readonly from?: string; readonly to?: string } = {},
): string {
  const query = new URLSearchParams(chosen).toString()
  return `/listings/${listingId}/availability${query === '' ? '' : `?${query}`}`
}

/** Without a date the first day on which something can be booked. */
export function venueDayPath(venueId: string, date?: string): string {
  return `/venues/${venueId}/day${date === undefined ? '' : `?${new URLSearchParams({ date })}`}`
}

/** What an address like that of `applyPath` names; nothing where a part is missing or impossible. */
export function wantedOf(search: string): Wanted | undefined {
  const query = new URLSearchParams(search)
  const listingId = query.get('listing') ?? ''
  const date = query.get('date') ?? ''
  const range = rangeOf(query)
  return range && isLocalDate(date) && /^[a-z0-9-]+$/.test(listingId)
    ? { listingId, date, ...range }
    : undefined
}

export function rangeOf(query: URLSearchParams): TimeRange | undefined {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  return isOnGrid(from) && isOnGrid(to) && from < to ? { from, to } : undefined
}
