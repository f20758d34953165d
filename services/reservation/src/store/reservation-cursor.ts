import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'

/** Where the next page of bookings begins: the last one's start and id; null where this is the last page. */
export function nextCursor(items: readonly Reservation[], limit: number): string | null {
  const last = items.at(-1)
  return items.length === limit && last ? `${last.startsAt}.${last.reservationId}` : null
}

export function cursorOf(
  after: string | undefined,
): { readonly startsAt: string; readonly id: string } | undefined {
  const match = after?.match(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\.([0-9a-f-]{36})$/)
  return match?.[1] && match[2] ? { startsAt: match[1], id: match[2] } : undefined
}
