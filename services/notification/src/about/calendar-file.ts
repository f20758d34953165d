import { calendarMethod, reservationCalendar } from '@asaichi/calendar/file/reservation-calendar.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { Attachment, SigningCity } from '../domain/letter.ts'

export type InCalendar = Reservation & { readonly venueAddress: string }
type Around = { readonly city: SigningCity; readonly publicUrl: string; readonly now: string }

/** B11: the same file as behind the page's link; RFC 6047 2.4 wants its method in the type too. No door code stands in it. */
export function calendarFile(reservation: InCalendar, { city, publicUrl, now }: Around): Attachment {
  const method = calendarMethod(reservation.status)
  const text = reservationCalendar({
    reservation,
    address: reservation.venueAddress,
    publicUrl,
    organizer: city.office,
    now,
  })
  return {
    name: `${method === 'CANCEL' ? 'torikeshi' : 'yoyaku'}-${reservation.date}.ics`,
    mediaType: `text/calendar; charset=utf-8; method=${method}`,
    text,
  }
}
