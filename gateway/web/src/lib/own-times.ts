import { withParts } from '@asaichi/calendar/space-parts.ts'
import type { Bookable } from '../api/bookable.ts'
import type { Slot, TimeRange } from './range.ts'

type Booked = TimeRange & { readonly venueId: string; readonly spaceId: string; readonly date: string }

/** Of these bookings, those that show in the room's calendar of the day: of the room, of a whole it is part of, or of its parts (M13). */
export function bookedIn(
  bookings: readonly Booked[],
  { venue, space }: Bookable,
  date: string,
): readonly TimeRange[] {
  const own = withParts(venue.spaces, space.spaceId)
  return bookings.filter(
    booking =>
      booking.venueId === venue.venueId &&
      booking.date === date &&
      withParts(venue.spaces, booking.spaceId).some(spaceId => own.includes(spaceId)),
  )
}

/** The half hours with what is the reader's own told apart; where it may be chosen again, for a move (M30), it counts as free. */
export function withOwn(
  slots: readonly Slot[],
  own: readonly TimeRange[],
  options: { readonly free: boolean } = { free: false },
): readonly Slot[] {
  return slots.map(slot => {
    const isOwn = slot.mark === 'x' && own.some(({ from, to }) => from <= slot.from && slot.to <= to)
    return isOwn ? { ...slot, own: true, mark: options.free ? 'o' : 'x' } : slot
  })
}
