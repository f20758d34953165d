import { done } from '@asaichi/contract/define.ts'
import { codesReissued } from '@asaichi/contract/lock/staff.ts'
import { watchedTimeFreed } from '@asaichi/contract/reservation/watches.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { booking, type NotificationBed, newcomer, startNotificationBed } from './notification-bed.ts'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
})
afterAll(() => bed[Symbol.asyncDispose]())

test('R, G5: who watched a time is told once that it is open again, with a link to it', async () => {
  const { personId, mail } = newcomer(bed)
  const watchId = newId()
  const watch = {
    watchId,
    cityId: 'mitaka',
    venueId: 'inokashira',
    venueName: '井の頭東部地区公会堂',
    venueAddress: '三鷹市井の頭1-1-1',
    listingId: 'room-1-free',
    spaceName: '1階洋室',
    date: '2024-12-01',
    from: '09:00',
    to: '12:00',
    since: '2024-11-10T00:00:00.000Z',
  }
  bed.answers.watches.set(watchId, done(watch))
  const fact = { watchId, personId, cityId: 'mitaka', listingId: watch.listingId }
  for (let time = 0; time < 2; time++) await bed.tell(watchedTimeFreed, fact)
  const sent = await bed.mailTo(mail)
  expect(sent.subject).toBe('【三鷹市】待っていた時間が空きました')
  expect(sent.text).toContain('井の頭東部地区公会堂 1階洋室')
  expect(sent.text).toContain('/listings/room-1-free/availability?date=2024-12-01&from=09%3A00&to=12%3A00')
  await bed.quiet(bed.producers.reservation)
  expect(await bed.mailsTo(mail)).toHaveLength(1)
})

test('R: a watch that is gone by then tells nobody', async () => {
  const { personId } = newcomer(bed)
  const watchId = newId()
  await bed.tell(watchedTimeFreed, { watchId, personId, cityId: 'mitaka', listingId: 'room-1-free' })
  await eventually(async () => expect(await bed.row(watchId)).toMatchObject({ status: 'dropped' }))
})

test('M: new digits are mailed for each drawing, and not for a booking that was cancelled meanwhile', async () => {
  const { personId, mail } = newcomer(bed)
  const { reservationId } = booking(bed, personId, { status: 'approved', number: '481516' })
  const door = {
    lockId: 'genkan',
    doorName: '玄関',
    code: '730214',
    from: '2024-12-01T00:00:00.000Z',
    to: '2024-12-01T03:00:00.000Z',
    state: 'on-lock' as const,
  }
  bed.answers.doors.set(reservationId, done({ doors: [door] }))
  await bed.tell(codesReissued, { reservationId, personId, issue: 2 })
  const sent = await bed.mailTo(mail)
  expect(sent.subject).toBe('【三鷹市】鍵の番号が変わりました（予約番号 481516）')
  expect(sent.text).toContain('玄関「730214」')
  await bed.tell(codesReissued, { reservationId, personId, issue: 3 }, 3)
  await eventually(async () => expect(await bed.mailsTo(mail)).toHaveLength(2))
  const cancelled = booking(bed, personId, { status: 'cancelled', number: '481517' })
  await bed.tell(codesReissued, { reservationId: cancelled.reservationId, personId, issue: 2 })
  await eventually(async () =>
    expect(await bed.row(cancelled.reservationId)).toMatchObject({ status: 'dropped' }),
  )
})
