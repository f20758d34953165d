import { CALENDAR_READERS, type CalendarRead } from '@asaichi/testkit/calendar-readers/calendar-readers.ts'
import { z } from 'zod'
import { must, mustBe } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { approve, book } from '../forms.ts'
import { resident } from '../people.ts'

type Files = Readonly<Record<'approved' | 'cancelled' | 'page', string>>
const filesOf = new WeakMap<Field, Promise<Files>>()

/** The booking in the calendar of a phone. */
export const calendarChecks: readonly Check[] = CALENDAR_READERS.map(({ name, absent, read }) => ({
  id: 'B11',
  says: `${name} reads the file of mail H, and how mail K and the page take it back${absent ? ` (skipped: ${absent})` : ''}`,
  play: async field => {
    const files = filesOf.get(field) ?? lifeOfABooking(field)
    filesOf.set(field, files)
    if (absent === undefined) await judge(await files, read)
  },
}))

async function lifeOfABooking(field: Field): Promise<Files> {
  const { visitor, told } = await resident(field)
  const booking = await book(field, visitor, { date: field.nextDay(), from: '10:00', to: '12:00' })
  const { number } = await approve(field, booking)
  const fileOf = async (wanted: RegExp) => {
    const [file] = (await field.mailbox.waitFor(told.mail, wanted, new Set())).attachments
    must(file !== undefined, `the mail ${wanted} has no file`)
    return file.text
  }
  const approved = await fileOf(new RegExp(`${number}`))
  await visitor.post(`/api/reservations/${booking.reservationId}/cancel`)
  const cancelled = await fileOf(/取り消されました/)
  const link = await visitor.get(`/api/reservations/${booking.reservationId}/calendar-link`)
  const { url } = parsed(z.object({ url: z.string() }), link, 'calendar link')
  return { approved, cancelled, page: await (await fetch(url)).text() }
}

async function judge(files: Files, read: (file: string) => Promise<CalendarRead>): Promise<void> {
  const added = await read(files.approved)
  mustBe(`${added.method} ${added.status}`, 'PUBLISH CONFIRMED', 'the file of mail H')
  for (const gone of [await read(files.cancelled), await read(files.page)]) {
    mustBe(`${gone.method} ${gone.uid}`, `CANCEL ${added.uid}`, 'the file of the cancelled booking')
    must(gone.sequence > added.sequence, 'the sequence does not rise')
    mustBe([...added.complaints, ...gone.complaints].join(), '', 'complaints')
  }
}
