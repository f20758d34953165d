import type { TimeRange } from '../../lib/range.ts'

export function reservationPath(reservationId: string, page: '' | '/cancel' | '/move' = ''): string {
  return `/reservations/${reservationId}${page}`
}

export function entryPath(entryId: string, page: '' | '/withdraw' = ''): string {
  return `/entries/${entryId}${page}`
}

/** V1: the public record of the draw that a use date belongs to. */
export function roundPath(cityId: string, date: string): string {
  return `/rounds/${cityId}/${date}`
}

/** The times of a room, on a day where one is meant. */
export function timesPath(
  listingId: string,
  day: { readonly date?: string } & Partial<TimeRange> = {},
): string {
  const { date, from, to } = day
  const query = new URLSearchParams({ ...(date && { date }), ...(from && to && { from, to }) }).toString()
  return `/listings/${listingId}/availability${query === '' ? '' : `?${query}`}`
}
