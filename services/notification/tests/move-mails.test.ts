import { done } from '@asaichi/contract/define.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { reservationMoved } from '@asaichi/contract/reservation/reservation.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { booking, type NotificationBed, newcomer, refOf, startNotificationBed } from './notification-bed.ts'

let bed: NotificationBed
beforeAll(async () => {
  bed = await startNotificationBed()
  await bed.at('2024-11-03T05:02:30.000Z')
})
afterAll(() => bed[Symbol.asyncDispose]())

const MOVED_FROM = {
  reservationId: '0192f0c4-7b3a-7d5e-8f10-000000000001',
  venueName: '井の頭東部地区公会堂',
  spaceName: '1階和室',
  date: '2024-11-30',
  from: '13:00',
  to: '15:00',
  keepsApproval: false,
}
const BEFORE = '前の予約：2024年（令和6年）11月30日（土） 13:00～15:00 井の頭東部地区公会堂 1階和室\n'

test('G, M30: a move is one mail, with the old time and that the city answers once more', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, { movedFrom: MOVED_FROM })
  const from = { reservationId: MOVED_FROM.reservationId, version: 2 }
  await bed.tell(reservationMoved, { ...refOf(facts), from, keepsApproval: false })
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】予約の日時を変えました（仮予約）')
  expect(mail.text).toContain(BEFORE)
  expect(mail.text).toContain('三鷹市が承認するまでは仮予約')
  expect(await bed.mailsTo(address)).toHaveLength(1)
})

test('H, M30: a move that kept its approval is one mail too, with the new number and codes', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, {
    status: 'approved',
    number: '789777',
    version: 2,
    movedFrom: { ...MOVED_FROM, keepsApproval: true },
  })
  bed.answers.doors.set(facts.reservationId, done({ doors: [] }))
  const from = { reservationId: MOVED_FROM.reservationId, version: 3 }
  await bed.tell(reservationMoved, { ...refOf(facts), from, version: 1, keepsApproval: true })
  await bed.tell(codesReady, { reservationId: facts.reservationId, personId, doors: 0 })
  const mail = await bed.mailTo(address)
  expect(mail.subject).toBe('【三鷹市】予約の日時を変えました（予約番号 789777）')
  expect(mail.text).toContain(BEFORE)
  expect(await bed.mailsTo(address)).toHaveLength(1)
})

test('M30: a move that was overtaken by the next one, or a cancel, is left to that mail', async () => {
  const { personId, mail: address } = newcomer(bed)
  const facts = booking(bed, personId, {
    status: 'cancelled',
    cancelledBy: 'resident',
    movedFrom: MOVED_FROM,
  })
  const from = { reservationId: MOVED_FROM.reservationId, version: 2 }
  await bed.tell(reservationMoved, { ...refOf(facts), from, keepsApproval: false })
  await eventually(async () =>
    expect(await bed.row(facts.reservationId)).toMatchObject({
      status: 'dropped',
      last_error: 'overtaken',
    }),
  )
  expect(await bed.mailsTo(address)).toEqual([])
})
