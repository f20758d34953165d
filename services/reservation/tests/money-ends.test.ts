import * as money from '@asaichi/contract/reservation/money.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { cancel } from '@asaichi/contract/reservation/reservation.ts'
import { refuseApplication } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { afterEach, expect, test } from 'vitest'
import { MONEY, type MoneyBed, PAID, startMoneyBed } from './money-bed.ts'
import { staff } from './reservation-bed.ts'

let bed: MoneyBed
afterEach(() => bed[Symbol.asyncDispose]())

async function open(policy: Parameters<typeof startMoneyBed>[0] = {}) {
  bed = await startMoneyBed(policy)
  return bed.owner
}

async function told(fact: typeof money.invoiceReminded, invoiceIds: readonly string[]) {
  await bed.facts.waitFor(fact)
  expect(bed.facts.of(fact).map(each => each.invoiceId)).toEqual(invoiceIds)
}

test('M29: the cancel of an unpaid booking takes its invoice back, and it owes nothing', async () => {
  const owner = await open()
  const booking = await bed.approved(owner)
  await bed.call(cancel, { actor: owner, reservationId: booking.reservationId })
  const { bill, invoices } = await bed.billOf(booking, owner)
  expect(bill).toMatchObject({ charged: 0, owed: 0, standing: 'closed' })
  expect(invoices).toMatchObject([{ cancelled: true }])
})

test.for([
  { name: 'by its owner 21 days before', at: '2024-11-10T01:00:00.000Z', by: 'owner', owed: -1_200 },
  { name: 'by its owner 10 days before', at: '2024-11-21T01:00:00.000Z', by: 'owner', owed: -600 },
  { name: 'by its owner the day before', at: '2024-11-30T01:00:00.000Z', by: 'owner', owed: 0 },
  { name: 'by the city the day before', at: '2024-11-30T01:00:00.000Z', by: 'city', owed: -1_200 },
])('M29: a paid booking cancelled $name shows what to give back', async ({ at, by, owed }) => {
  const owner = await open()
  const booking = await bed.approved(owner)
  await bed.receive(booking, 1_200, 1_200)
  await bed.at(at)
  if (by === 'owner') expect((await bed.billOf(booking, owner)).refundNow).toBe(0 - owed)
  const { reservationId } = booking
  const actor = by === 'owner' ? owner : staff
  expect(await bed.call(cancel, { actor, reservationId, reason: '停電' })).toMatchObject({ ok: true })
  expect((await bed.billOf(booking)).bill.owed + 0).toBe(owed)
})

test.for([
  {
    name: 'unpaid: one new invoice says all',
    paid: 0,
    to: '12:00',
    charged: 1_800,
    owed: 1_800,
    yen: [1_200, 1_800],
  },
  {
    name: 'paid and dearer: an invoice for the difference',
    paid: 1_200,
    to: '12:00',
    charged: 1_800,
    owed: 600,
    yen: [1_200, 600],
  },
  {
    name: 'paid and cheaper: the difference is to be given back',
    paid: 1_200,
    to: '10:00',
    charged: 600,
    owed: -600,
    yen: [1_200],
  },
])('M30: a moved booking takes its money along; $name', async ({ paid, to, charged, owed, yen }) => {
  const owner = await open({ moveAllowed: true, moveApproval: 'kept' })
  const booking = await bed.approved(owner)
  if (paid > 0) await bed.receive(booking, paid, 1_200)
  const application = everydayApplication({ ...PAID, date: '2024-12-02', to })
  const { reservationId } = booking
  const moved = await bed.call(moveReservation, { actor: owner, reservationId, key: newId(), application })
  if (!moved.ok) throw new Error(moved.refusal.code)
  const { bill, invoices } = await bed.billOf(moved.value.reservation, owner)
  expect(bill).toMatchObject({ charged, paid, owed })
  expect(invoices.map(invoice => invoice.yen)).toEqual(yen)
  expect(invoices.at(-1)?.cancelled).toBe(false)
  expect(await bed.call(money.getBill, { actor: owner, reservationId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('M30: a moved booking that the city refuses gives everything back', async () => {
  const owner = await open({ moveAllowed: true })
  const booking = await bed.approved(owner)
  await bed.receive(booking, 1_200, 1_200)
  const application = everydayApplication({ ...PAID, date: '2024-12-02' })
  const { reservationId } = booking
  const moved = await bed.call(moveReservation, { actor: owner, reservationId, key: newId(), application })
  if (!moved.ok) throw new Error(moved.refusal.code)
  const { reservation } = moved.value
  expect((await bed.billOf(reservation)).bill).toMatchObject({ standing: 'paid' })
  await bed.call(refuseApplication, {
    actor: staff,
    reservationId: reservation.reservationId,
    expectedVersion: reservation.version,
    reason: '工事',
  })
  expect((await bed.billOf(reservation)).bill).toMatchObject({ owed: -1_200, standing: 'to-refund' })
})

test('M14: a reminder comes before the due date and a word after it; what is paid hears neither', async () => {
  const owner = await open()
  const booking = await bed.approved(owner)
  const paid = await bed.approved(owner, { from: '13:00', to: '14:00' })
  await bed.receive(paid, 600, 600)
  const { invoiceId } = (await bed.billOf(booking)).bill
  await bed.at('2024-11-21T00:00:00.000Z')
  await told(money.invoiceReminded, [invoiceId])
  await bed.at('2024-11-24T15:00:00.000Z')
  await told(money.invoiceOverdue, [invoiceId])
  await told(money.invoiceReminded, [invoiceId])
  expect((await bed.billOf(booking)).bill).toMatchObject({ overdue: true })
  expect(await bed.call(money.listBills, { actor: staff, of: 'overdue' })).toMatchObject({
    value: { items: [{ bill: { invoiceId } }] },
  })
  await bed.at('2024-11-30T00:00:00.000Z')
  expect((await bed.billOf(booking)).reservation.status).toBe('approved')
})

test('M14: where the city says so, what stays unpaid is cancelled some days after, and what is part paid is not', async () => {
  const owner = await open({ money: { ...MONEY, cancelUnpaidDays: 2 } })
  const booking = await bed.approved(owner)
  const part = await bed.approved(owner, { from: '13:00', to: '14:00' })
  await bed.receive(part, 100, 600)
  await bed.at('2024-11-26T14:59:00.000Z')
  expect((await bed.billOf(booking)).reservation.status).toBe('approved')
  await bed.at('2024-11-26T15:00:00.000Z')
  const { bill, reservation } = await bed.billOf(booking, owner)
  expect(reservation.status).toBe('cancelled')
  expect(bill).toMatchObject({ owed: 0, standing: 'closed' })
  expect(reservation).toMatchObject({
    cancelledBy: 'city',
    reason: '期限までに使用料のお支払いがなかったため',
  })
  expect((await bed.billOf(part)).reservation.status).toBe('approved')
})
