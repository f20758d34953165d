import { reservationNears } from '@asaichi/contract/reservation/reservation.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { booking, type NotificationBed, newcomer, refOf, startNotificationBed } from './notification-bed.ts'

const DAY_BEFORE = '2024-11-30T00:00:00.000Z'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
  await bed.at(DAY_BEFORE)
})
afterAll(() => bed[Symbol.asyncDispose]())

test('mail L: the day before, once, with time, place, what to bring, and no digits of a door', async () => {
  const { personId, mail } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'approved', number: '789564', version: 2 })
  for (const version of [2, 3]) await bed.tell(reservationNears, { ...refOf(facts), version }, version)
  const { subject, text, html } = await bed.mailTo(mail)
  expect(subject).toBe('【三鷹市】ご利用日が近づきました（2024年（令和6年）12月1日（日） 09:00から）')
  for (const body of [text, html])
    for (const words of ['789564', '09:00～12:00', facts.venueName, facts.venueAddress, '鍵の番号'])
      expect(body).toContain(words)
  await bed.quiet(bed.producers.reservation)
  expect(await bed.mailsTo(mail)).toHaveLength(1)
})

test.for(['cancelled', 'refused', 'used'] as const)(
  'mail L: a booking that is %s is not reminded of',
  async status => {
    const { personId } = newcomer(bed)
    const facts = booking(bed, personId, { status })
    await bed.tell(reservationNears, refOf(facts))
    await eventually(async () =>
      expect(await bed.row(facts.reservationId)).toMatchObject({
        status: 'dropped',
        last_error: 'overtaken',
      }),
    )
  },
)

test('mail L: nothing is sent once the use has begun', async () => {
  const { personId } = newcomer(bed)
  const facts = booking(bed, personId, { status: 'approved', number: '789565', startsAt: DAY_BEFORE })
  await bed.tell(reservationNears, refOf(facts))
  await eventually(async () =>
    expect(await bed.row(facts.reservationId)).toMatchObject({
      status: 'dropped',
      last_error: 'too late to tell',
    }),
  )
})
