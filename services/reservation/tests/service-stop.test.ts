import type { Actor } from '@asaichi/contract/actor.ts'
import { changeDetails } from '@asaichi/contract/reservation/details.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { applyMany } from '@asaichi/contract/reservation/presses.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import { applyFor } from '@asaichi/contract/reservation/staff.ts'
import { metrics } from '@asaichi/service/metrics.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf } from '@asaichi/testkit/outcome.ts'
import { beforeEach, expect, test } from 'vitest'
import { staff, startReservationBed } from './reservation-bed.ts'

const STOP = {
  from: '2024-11-11',
  fromTime: '18:00',
  to: '2024-11-13',
  toTime: '07:00',
  text: '機器の点検のため、手続きを休みます。',
  translations: { en: { text: 'Closed for maintenance.' } },
}
const detail = {
  text: STOP.text,
  translations: STOP.translations,
  stoppedFrom: '2024-11-11T09:00:00.000Z',
  stoppedUntil: '2024-11-12T22:00:00.000Z',
}

const bed = await forThisFile(
  startReservationBed({ serviceStops: [STOP], moveAllowed: true, quota: { liveReservations: null } }),
)
await bed.openDates('2024-12-01', '2024-12-02')
const [owner, other] = await bed.people(2)
const before = await bed.booked(owner, { from: '09:00', to: '10:00' })
const { reservationId } = before

const details = { eventName: '名前を直した会', people: 5, note: '読書会' }
const acts = {
  cancel: () => bed.call(contract.cancel, { actor: owner, reservationId }),
  change: () => bed.call(changeDetails, { actor: owner, reservationId, expectedVersion: 1, details }),
  move: () =>
    bed.call(moveReservation, {
      actor: owner,
      reservationId,
      key: newId(),
      application: everydayApplication({ from: '13:00', to: '14:00' }),
    }),
}
const read = async (actor: Actor = owner) => bed.call(contract.getReservation, { actor, reservationId })

beforeEach(() => bed.at('2024-11-12T03:00:00.000Z'))

test('G14: a press in a stop is told why and until when, has its receipt, and the time stays free', async () => {
  const refused = await bed.press(other, { from: '11:00', to: '12:00' })
  expect(refused).toMatchObject({ refusal: { code: 'service-stopped', detail } })
  const receiptId = refused.ok
    ? ''
    : 'receiptId' in refused.refusal.detail && refused.refusal.detail.receiptId
  expect(await bed.call(contract.getReceipt, { actor: other, receiptId: String(receiptId) })).toMatchObject({
    value: { outcome: 'refused', reason: 'service-stopped' },
  })
})

test.each(['cancel', 'change', 'move'] as const)(
  'G14: to %s a booking is told why and until when, and the booking is as it was',
  async act => {
    expect(await acts[act]()).toMatchObject({ refusal: { code: 'service-stopped', detail } })
    expect(await read()).toMatchObject({ value: { status: 'pending', version: 1, from: '09:00' } })
  },
)

test('G14, G13: staff go on: they book for a caller and cancel, and whoever books reads on', async () => {
  const application = everydayApplication({ date: '2024-12-02', from: '09:00', to: '10:00' })
  const outcome = await bed.call(applyFor, {
    actor: staff,
    personId: other.personId,
    key: newId(),
    application,
  })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const { reservation } = outcome.value
  const ended = { actor: staff, reservationId: reservation.reservationId, reason: '電話で取り消し' }
  expect(await bed.call(contract.cancel, ended)).toMatchObject({ value: { status: 'cancelled' } })
  expect(await read()).toMatchObject({ ok: true })
})

test('G14: a crowd is refused from memory, and from the end on by the other rules', async () => {
  const people = await bed.people(60)
  const crowd = async () => {
    const attempts = people.map(actor => ({
      actor,
      key: newId(),
      application: everydayApplication({ from: '15:00', to: '16:00' }),
    }))
    const outcome = await bed.call(applyMany, { attempts })
    if (!outcome.ok) throw new Error('the message was refused')
    return outcome.value.answers.map(answer => (answer.ok ? 'accepted' : answer.refusal.code))
  }
  const stopped = people.map(() => 'service-stopped')
  expect(await crowd()).toEqual(stopped)
  const known = await decidedInDatabase()
  expect(await crowd()).toEqual(stopped)
  expect((await decidedInDatabase()) - known).toBeLessThan(people.length)
  await bed.at(detail.stoppedUntil)
  expect((await crowd()).toSorted().slice(0, 2)).toEqual(['accepted', 'taken'])
})

test.each([
  ['2024-11-11T08:59:59.999Z', undefined],
  [detail.stoppedFrom, 'service-stopped'],
  ['2024-11-12T21:59:59.999Z', 'service-stopped'],
  [detail.stoppedUntil, undefined],
])('G14: at %s a press is answered by %s: the database’s clock decides', async (now, code) => {
  await using own = await startReservationBed({ serviceStops: [STOP] })
  await own.openDates('2024-12-01')
  const [actor] = await own.people(1)
  await own.at(now)
  const outcome = await own.press(actor)
  expect(outcome.ok ? undefined : codeOf(outcome)).toBe(code)
})

/** Presses that were decided in a transaction so far. */
async function decidedInDatabase(): Promise<number> {
  const text = await metrics.getSingleMetricAsString('reservation_batch_size')
  return Number(/reservation_batch_size_sum (\d+)/.exec(text)?.[1] ?? 0)
}
