import { z } from 'zod'
import { mustBe } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { approve, book } from '../forms.ts'
import { resident } from '../people.ts'

/** The booking in the calendar of a phone. */
export const calendarChecks: readonly Check[] = [
  { id: 'B11', says: 'the calendar’s file is published, and taken back after a cancel', play: takenBack },
]

async function takenBack(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const booking = await book(field, visitor, { date: field.nextDay(), from: '10:00', to: '12:00' })
  await approve(field, booking)
  const link = await visitor.get(`/api/reservations/${booking.reservationId}/calendar-link`)
  const { url } = parsed(z.object({ url: z.string() }), link, 'calendar link')
  const file = async () => (await fetch(url)).text()
  mustBe(/^METHOD:(\w+)/m.exec(await file())?.[1], 'PUBLISH', 'the file of a booking')
  await visitor.post(`/api/reservations/${booking.reservationId}/cancel`)
  mustBe(/^METHOD:(\w+)/m.exec(await file())?.[1], 'CANCEL', 'the file of a cancelled one')
}
