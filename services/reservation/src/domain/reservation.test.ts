import { ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import { expect, test } from 'vitest'
import { mayBecome, type Step } from './reservation.ts'

const during = { startsAt: '2024-12-01T00:00:00.000Z', endsAt: '2024-12-01T01:00:00.000Z' }
const before = '2024-11-30T23:59:59.999Z'
const atStart = during.startsAt
const beforeEnd = '2024-12-01T00:59:59.999Z'
const atEnd = during.endsAt

test.each<[string, ReservationStatus, Step, string, boolean]>([
  ['M26: 承認待ち is approved until the use starts', 'pending', 'approved', before, true],
  ['M25: nothing is approved once the use has started', 'pending', 'approved', atStart, false],
  ['M25: 承認待ち expires at the start', 'pending', 'expired', atStart, true],
  ['M25: not a moment earlier', 'pending', 'expired', before, false],
  ['M25: an approved one never expires', 'approved', 'expired', atEnd, false],
  ['M29: 承認待ち is cancelled before the start', 'pending', 'cancelled', before, true],
  ['M29: 承認待ち is not cancelled after it', 'pending', 'cancelled', atStart, false],
  ['M29: 予約確定 is cancelled until the end', 'approved', 'cancelled', beforeEnd, true],
  ['M29: not when it is over', 'approved', 'cancelled', atEnd, false],
  ['M28: 予約確定 becomes 利用済み at the end', 'approved', 'used', atEnd, true],
  ['M28: not before', 'approved', 'used', beforeEnd, false],
])('%s', (_, status, step, now, expected) =>
  expect(mayBecome({ status, ...during }, step, now)).toBe(expected),
)

test('states: nothing follows 利用済み, 不承認, 取消 and 期限切れ', () => {
  const steps: Step[] = ['approved', 'refused', 'cancelled', 'expired', 'used']
  for (const status of ReservationStatus.options.filter(each => each !== 'pending' && each !== 'approved'))
    for (const step of steps)
      for (const now of [before, atStart, atEnd])
        expect(mayBecome({ status, ...during }, step, now)).toBe(false)
})
