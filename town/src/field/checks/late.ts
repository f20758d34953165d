import { addMinutes } from '@asaichi/calendar/instant.ts'
import { z } from 'zod'
import { must, mustBe, waitFor } from '../../journey/expect.ts'
import { parsed } from '../../journey/visitor.ts'
import type { Check } from '../check.ts'
import type { Field } from '../field.ts'
import { approve, book } from '../forms.ts'
import { resident } from '../people.ts'

const HOUR = 60
const Time = z.object({ now: z.string() })
const Mails = z.object({
  items: z.array(z.object({ mailId: z.string(), subjectId: z.string(), lastError: z.string().nullable() })),
})
const Doors = z.object({ items: z.array(z.object({ lockId: z.string(), problems: z.array(z.string()) })) })

/** What shows itself only when hours have gone by. */
export const lateChecks: readonly Check[] = [
  {
    id: 'B10',
    says: 'an approval outlives a mail server that is away; staff see it waiting and send it',
    play: serverAway,
  },
  { id: 'W1m', says: 'who stays logged in still is after a weekend', play: weekend },
  { id: '3.8', says: 'a leap of the clock brings no false faults of doors', play: noFalseFaults },
]

async function serverAway(field: Field): Promise<void> {
  const { visitor, told } = await resident(field)
  const booking = await book(field, visitor, { date: field.nextDay(), from: '10:00', to: '11:00' })
  field.mailServer.treat(told.mail, { refuseWith: 451 })
  const since = await field.mailbox.mark()
  await approve(field, booking)
  const mail = await waitFor('the mail that was tried in vain, on staff’s list', async () => {
    const { items } = parsed(Mails, await field.staff.get('/api/staff/mails?status=waiting'), 'mails')
    return items.find(each => each.subjectId === booking.reservationId && each.lastError === 'SMTP 451')
  })
  field.mailServer.treat(told.mail, {})
  mustBe(
    (await field.staff.post(`/api/staff/mails/${mail.mailId}/send-again`)).status,
    202,
    'sending it again',
  )
  await field.mailbox.waitFor(told.mail, /予約番号/, since)
}

async function weekend(field: Field): Promise<void> {
  const { visitor } = await resident(field)
  const cookie = await visitor.session()
  await later(field, 60 * HOUR)
  mustBe((await fetch(`${field.app}/api/me`, { headers: { cookie } })).status, 200, 'the session of Friday')
}

async function noFalseFaults({ staff }: Field): Promise<void> {
  await waitFor('doors without a fault', async () => {
    const { items } = parsed(Doors, await staff.get('/api/staff/doors'), 'doors')
    must(items.length > 0, 'no doors')
    const faulty = items.filter(({ problems }) => problems.length > 0)
    return faulty.length === 0 ? true : undefined
  })
}

async function later(field: Field, minutes: number): Promise<void> {
  const { now } = parsed(Time, await field.passerBy.get('/api/time'), 'time')
  await field.moveClock(addMinutes(now, minutes), false)
}
