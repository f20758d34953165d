import { done } from '@asaichi/contract/define.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import {
  reservationCancelled,
  reservationExpired,
  reservationMoved,
  reservationRefused,
} from '@asaichi/contract/reservation/reservation.ts'
import { CALENDAR_READERS, type CalendarRead } from '@asaichi/testkit/calendar-readers/calendar-readers.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { booking, type NotificationBed, newcomer, refOf, startNotificationBed } from './notification-bed.ts'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
  await bed.at('2024-11-03T05:02:30.000Z')
})
afterAll(() => bed[Symbol.asyncDispose]())

async function filesTo(address: string): Promise<readonly CalendarRead[]> {
  const { attachments, text, html } = await bed.mailTo(address)
  const [reader] = CALENDAR_READERS
  if (!reader) return expect.unreachable('no reader')
  const files = await Promise.all(attachments.map(file => reader.read(file.text)))
  expect(attachments.map(({ mediaType }) => mediaType)).toEqual(files.map(() => 'text/calendar'))
  expect(text.length * html.length).toBeGreaterThan(0)
  return files
}

test('B11: mail H brings the booking for the calendar, and no code in it', async () => {
  const { personId, mail } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'approved', number: '789777', version: 2 })
  const door = { lockId: 'genkan', doorName: '玄関', code: '482915', from: facts.startsAt, to: facts.endsAt }
  bed.answers.doors.set(facts.reservationId, done({ doors: [{ ...door, state: 'on-lock' as const }] }))
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 1 })
  const [file, ...more] = await filesTo(mail)
  expect(more).toEqual([])
  expect(file).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', sequence: 2, start: facts.startsAt })
  expect(file?.uid).toContain(facts.reservationId)
  const [sent] = await bed.mailsTo(mail)
  expect(sent?.text).toContain('482915')
  expect(JSON.stringify(sent?.attachments)).not.toContain('482915')
})

test.each([
  ['K', reservationCancelled, 'cancelled'],
  ['J', reservationRefused, 'refused'],
  ['O', reservationExpired, 'expired'],
] as const)('B11: mail %s takes it out of the calendar again', async (_letter, event, status) => {
  const { personId, mail } = newcomer(bed)
  const facts = booking(bed, personId, {
    status,
    version: 3,
    ...(status === 'cancelled' && { cancelledBy: 'city' }),
  })
  const ended = { ...refOf(facts), by: 'city' as const, wasApproved: false }
  await bed.tell(event, ended)
  expect(await filesTo(mail)).toMatchObject([
    { method: 'CANCEL', status: 'CANCELLED', sequence: 3, uid: expect.stringContaining(facts.reservationId) },
  ])
})

test('B11, M30: a move brings the new booking and takes the old one out', async () => {
  const { personId, mail } = newcomer(bed)
  const before = booking(bed, personId, { status: 'cancelled', cancelledBy: 'resident', version: 4 })
  const { reservationId, venueName, spaceName, date, from, to } = before
  const facts = booking(bed, personId, {
    movedFrom: { reservationId, venueName, spaceName, date, from, to, keepsApproval: false },
  })
  await bed.tell(reservationMoved, {
    ...refOf(facts),
    from: { reservationId, version: 4 },
    keepsApproval: false,
  })
  expect(await filesTo(mail)).toMatchObject([
    { method: 'PUBLISH', status: 'TENTATIVE', uid: expect.stringContaining(facts.reservationId) },
    { method: 'CANCEL', sequence: 4, uid: expect.stringContaining(reservationId) },
  ])
})
