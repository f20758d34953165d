import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { reduceFee } from '@asaichi/contract/reservation/fee.ts'
import { getBill } from '@asaichi/contract/reservation/money.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import {
  cancel,
  getReservation,
  type Reservation,
  staffActed,
} from '@asaichi/contract/reservation/reservation.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { afterEach, expect, test } from 'vitest'
import { MONEY, type MoneyBed, PAID, startMoneyBed } from './money-bed.ts'
import { staff, staffElsewhere } from './reservation-bed.ts'

let bed: MoneyBed
afterEach(() => bed[Symbol.asyncDispose]())

const classes = [
  { classId: 'residents', name: '市内' },
  { classId: 'outside', name: '市外', feePercent: 150 },
]
const RULES = { classes, restDayFee: { days: 'sat-sun-holiday', percent: 120 }, moveAllowed: true } as const
// 2024-12-01 is a Sunday, 300 yen for half an hour: two hours cost 1,200 × 1.2 × 1.5.
const SUNDAY = '2024-12-01'
const MONDAY = '2024-12-02'

async function open(policy: Parameters<typeof startMoneyBed>[0] = {}) {
  bed = await startMoneyBed({ ...RULES, ...policy })
  return bed.owner
}

async function outside({ personId }: Actor): Promise<void> {
  const { identity } = bed.neighbours
  const data = { personId, cityId: 'mitaka', status: 'approved' as const, adultFrom: '2000-01-01' }
  await identity.publish(tx =>
    emit(tx, permissionChanged, {
      aggregateId: `${personId}:mitaka`,
      version: 2,
      data: { ...data, classId: 'outside' },
    }),
  )
  await bed.quiet(identity)
}

const reduce = (
  { reservationId, version }: Pick<Reservation, 'reservationId' | 'version'>,
  percent: number,
  actor = staff,
) =>
  bed.call(reduceFee, {
    actor,
    reservationId,
    expectedVersion: version,
    percent,
    reason: '社会教育団体のため',
  })

test('G10: a booking costs what its day and the person’s class say, line by line, and keeps it when the city changes its fees', async () => {
  const owner = await open()
  const cheap = await bed.booked(owner, { ...PAID, date: MONDAY })
  expect([cheap.yen, cheap.fee]).toEqual([1_200, undefined])
  await outside(owner)
  const dear = await bed.booked(owner, { ...PAID, date: SUNDAY })
  expect(dear).toMatchObject({
    yen: 2_160,
    fee: [
      { kind: 'room', yen: 1_200 },
      { kind: 'rest-day', percent: 120, yen: 240 },
      { kind: 'class', name: '市外', percent: 150, yen: 720 },
    ],
  })
  const { catalog } = bed.neighbours
  const city = demoCity({ cityId: 'mitaka', money: MONEY })
  await catalog.publish(tx =>
    emit(tx, cityChanged, { aggregateId: 'mitaka', version: 2, data: { city, version: 2 } }),
  )
  await bed.quiet(catalog)
  const { reservationId, version } = dear
  const approved = valueOf(await bed.call(approve, { actor: staff, reservationId, expectedVersion: version }))
  expect(approved).toMatchObject({ yen: 2_160, fee: dear.fee })
  const { bill, invoices } = await bed.billOf(approved)
  expect([bill.charged, invoices[0]?.fee]).toEqual([2_160, dear.fee])
  expect((await bed.booked(owner, { ...PAID, date: SUNDAY, from: '13:00', to: '15:00' })).yen).toBe(1_200)
})

test('G10, V4: staff reduce a fee with a reason before the approval; the invoice has the line and not the reason', async () => {
  const owner = await open()
  const pending = await bed.booked(owner, { ...PAID, date: MONDAY })
  const reduced = valueOf(await reduce(pending, 50))
  expect(reduced).toMatchObject({ yen: 600, version: pending.version + 1, status: 'pending' })
  expect(reduced.fee).toContainEqual({
    kind: 'reduction',
    percent: 50,
    reason: '社会教育団体のため',
    yen: -600,
  })
  expect(valueOf(await reduce(pending, 50))).toEqual(reduced)
  await bed.facts.waitFor(
    staffActed,
    fact => fact.act === 'reduce-fee' && fact.aboutId === pending.reservationId,
  )
  const { reservationId, version } = reduced
  const stale = { actor: staff, reservationId, expectedVersion: pending.version }
  expect(codeOf(await bed.call(approve, stale))).toBe('state-changed')
  valueOf(await bed.call(approve, { ...stale, expectedVersion: version }))
  const { bill, invoices } = await bed.billOf(reduced)
  expect(bill.charged).toBe(600)
  expect(invoices[0]?.fee).toEqual([
    { kind: 'room', yen: 1_200 },
    { kind: 'reduction', percent: 50, yen: -600 },
  ])
})

test('G10, M14: after the approval the invoice is issued anew, an exemption leaves none, and taking it back charges again', async () => {
  const owner = await open()
  const booking = await bed.approved(owner, { date: MONDAY })
  const half = valueOf(await reduce(booking, 50))
  const issued = await bed.billOf(half)
  expect([issued.bill.charged, issued.invoices.map(({ yen, cancelled }) => [yen, cancelled])]).toEqual([
    600,
    [
      [1_200, true],
      [600, false],
    ],
  ])
  const exempt = valueOf(await reduce(half, 100))
  expect(exempt.yen).toBe(0)
  expect((await bed.billOf(exempt)).bill).toMatchObject({ charged: 0, standing: 'closed' })
  const full = valueOf(await reduce(exempt, 0))
  expect([full.yen, full.fee]).toEqual([1_200, undefined])
  expect((await bed.billOf(full)).bill).toMatchObject({ charged: 1_200, standing: 'unpaid' })
})

test('G10: a booking that was free by an exemption is charged when it is taken back after the approval', async () => {
  const owner = await open()
  const pending = await bed.booked(owner, { ...PAID, date: MONDAY })
  const { reservationId, version } = valueOf(await reduce(pending, 100))
  const approved = valueOf(await bed.call(approve, { actor: staff, reservationId, expectedVersion: version }))
  expect(codeOf(await bed.call(getBill, { actor: staff, reservationId }))).toBe('not-found')
  expect((await bed.billOf(valueOf(await reduce(approved, 0)))).bill.charged).toBe(1_200)
})

test('G10, A76: not after a payment, not for nothing, not of one’s own, not by others, and not of what has ended', async () => {
  const owner = await open()
  const paid = await bed.approved(owner, { date: MONDAY })
  valueOf(await bed.receive(paid, 200, 1_200))
  expect(await reduce(paid, 50)).toMatchObject({ refusal: { code: 'paid-already', detail: { paid: 200 } } })
  const free = await bed.booked(owner, { date: MONDAY, from: '15:00', to: '16:00' })
  expect(codeOf(await reduce(free, 50))).toBe('nothing-to-reduce')
  const other = await bed.booked(owner, { ...PAID, date: SUNDAY })
  expect(codeOf(await reduce(other, 50, owner))).toBe('not-allowed')
  expect(codeOf(await reduce(other, 50, staffElsewhere))).toBe('not-found')
  bed.own.add(owner.personId)
  expect(codeOf(await reduce(other, 50))).toBe('own-booking')
  bed.own.delete(owner.personId)
  const ended = valueOf(await bed.call(cancel, { actor: owner, reservationId: other.reservationId }))
  expect(codeOf(await reduce(ended, 50))).toBe('state-changed')
})

test('G10, M30: a reduction goes along with a move, off the fee of the new time', async () => {
  const owner = await open()
  const booking = valueOf(await reduce(await bed.booked(owner, { ...PAID, date: MONDAY }), 50))
  const moved = valueOf(
    await bed.call(moveReservation, {
      actor: owner,
      reservationId: booking.reservationId,
      key: newId(),
      application: everydayApplication({ ...PAID, date: SUNDAY, from: '13:00', to: '15:00' }),
    }),
  )
  expect(moved.reservation).toMatchObject({ yen: 720 })
  expect(moved.reservation.fee?.map(({ kind, yen }) => [kind, yen])).toEqual([
    ['room', 1_200],
    ['rest-day', 240],
    ['reduction', -720],
  ])
})

test('V11, G10: the reason of a reduction goes with the person, the money stays', async () => {
  const owner = await open()
  const { reservationId } = valueOf(await reduce(await bed.booked(owner, { ...PAID, date: MONDAY }), 50))
  valueOf(await bed.call(cancel, { actor: owner, reservationId }))
  const { identity } = bed.neighbours
  const { personId } = owner
  await identity.publish(tx =>
    emit(tx, personWithdrawn, {
      aggregateId: personId,
      version: 1,
      data: { personId, withdrawalId: newId(), cityId: 'mitaka' },
    }),
  )
  await bed.quiet(identity)
  const { yen, fee } = valueOf(await bed.call(getReservation, { actor: staff, reservationId }))
  expect([yen, fee?.at(-1)]).toEqual([600, { kind: 'reduction', percent: 50, yen: -600 }])
})

test('G10: of a payment and a reduction at once only one happens', async () => {
  const owner = await open()
  const booking = await bed.approved(owner, { date: MONDAY })
  const [paid, reduced] = await Promise.all([bed.receive(booking, 1_200, 1_200), reduce(booking, 50)])
  const outcome = [codeOf(paid), codeOf(reduced)]
  expect([
    ['done', 'paid-already'],
    ['bill-changed', 'done'],
  ]).toContainEqual(outcome)
})
