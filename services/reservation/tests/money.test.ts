import * as money from '@asaichi/contract/reservation/money.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterEach, expect, test } from 'vitest'
import { MONEY, type MoneyBed, PAID, startMoneyBed } from './money-bed.ts'
import { staff, staffElsewhere } from './reservation-bed.ts'

let bed: MoneyBed
afterEach(() => bed[Symbol.asyncDispose]())

async function open(policy: Parameters<typeof startMoneyBed>[0] = {}) {
  bed = await startMoneyBed(policy)
  return bed.owner
}

test('M14: an approved paid booking has an invoice with number, due date, account and tax, and a free one has none', async () => {
  const owner = await open()
  const booking = await bed.approved(owner)
  const { bill, invoices, postings } = await bed.billOf(booking, owner)
  expect(bill).toMatchObject({
    charged: 1_200,
    paid: 0,
    owed: 1_200,
    standing: 'unpaid',
    dueOn: '2024-11-24',
    overdue: false,
  })
  expect(invoices).toEqual([
    {
      invoiceId: bill.invoiceId,
      number: '2024-000001',
      issuedOn: '2024-11-10',
      dueOn: '2024-11-24',
      yen: 1_200,
      item: { venueName: '試験公会堂', spaceName: '1階洋室', date: '2024-12-01', from: '09:00', to: '11:00' },
      isDifference: false,
      tax: [{ percent: 10, yen: 1_200, taxYen: 109 }],
      payee: MONEY.payee,
      bankAccount: MONEY.bankAccount,
      registrationNumber: MONEY.registrationNumber,
      cancelled: false,
    },
  ])
  expect(postings).toMatchObject([{ kind: 'issued', charged: 1_200, by: null }])
  const free = await bed.approved(owner, {
    listingId: 'yoshitsu',
    paidEvent: false,
    from: '13:00',
    to: '14:00',
  })
  const { reservationId } = free
  expect(await bed.call(money.getBill, { actor: owner, reservationId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('M14: where the city has no rules of money nothing is invoiced', async () => {
  const owner = await open({ money: undefined })
  const { reservationId } = await bed.approved(owner)
  expect(await bed.call(money.getBill, { actor: staff, reservationId })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('M14: invoices are numbered without gaps when many are approved at once', async () => {
  await open()
  const hours = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00'] as const
  const owners = await bed.people(9)
  const bookings: Reservation[] = []
  for (const [nr, owner] of owners.entries())
    bookings.push(
      await bed.booked(owner, { ...PAID, from: hours[nr] ?? '18:00', to: hours[nr + 1] ?? '18:00' }),
    )
  const { reservationId = '', version = 1 } = bookings[0] ?? {}
  await Promise.all([
    ...bookings.map(each =>
      bed.call(approve, { actor: staff, reservationId: each.reservationId, expectedVersion: each.version }),
    ),
    bed.call(approve, { actor: staff, reservationId, expectedVersion: version }),
  ])
  const bills = await bed.call(money.listBills, { actor: staff, of: 'owed' })
  const numbers = bills.ok ? bills.value.items.map(({ number }) => number).sort() : []
  expect(numbers).toEqual(owners.map((_, nr) => `2024-00000${nr + 1}`))
})

test('M14: a bill is for its owner and the staff of its city, and only staff see who wrote a line', async () => {
  const owner = await open()
  const [other] = await bed.people(1)
  const booking = await bed.approved(owner)
  const { reservationId } = booking
  expect(await bed.receive(booking, 1_200, 1_200, { note: '窓口' })).toMatchObject({ ok: true })
  for (const actor of [other, staffElsewhere]) {
    expect(await bed.call(money.getBill, { actor, reservationId })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    const code = actor === other ? 'not-allowed' : 'not-found'
    expect(await bed.receive(booking, 1, 0, { actor })).toMatchObject({ refusal: { code } })
  }
  expect((await bed.billOf(booking, owner)).postings[1]).toMatchObject({ paid: 1_200, by: null, note: null })
  expect((await bed.billOf(booking)).postings[1]).toMatchObject({ by: staff.personId, note: '窓口' })
  const span = { from: '2024-11-10', to: '2024-11-10' }
  for (const outcome of [
    await bed.call(money.listBills, { actor: owner, of: 'all' }),
    await bed.call(money.getTakings, { actor: owner, date: '2024-11-10' }),
    await bed.call(money.listPostings, { actor: owner, ...span }),
  ])
    expect(outcome).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(await bed.call(money.listBills, { actor: staffElsewhere, of: 'all' })).toMatchObject({
    value: { items: [] },
  })
})

test('A76: nobody writes down money of a booking that is their own', async () => {
  const owner = await open()
  const booking = await bed.approved(owner)
  bed.own.add(owner.personId)
  expect(await bed.receive(booking, 1_200, 1_200)).toMatchObject({ refusal: { code: 'own-booking' } })
  expect(await bed.refund(booking, 1, 1_200)).toMatchObject({ refusal: { code: 'own-booking' } })
})

test.for([
  { name: 'too little', yen: 500, standing: 'part-paid', owed: 700 },
  { name: 'all of it', yen: 1_200, standing: 'paid', owed: 0 },
  { name: 'too much', yen: 2_000, standing: 'to-refund', owed: -800 },
])('T10: $name is written down as it came, and the bill is $standing', async ({ yen, standing, owed }) => {
  const owner = await open()
  const booking = await bed.approved(owner)
  expect(await bed.receive(booking, yen, 1_200)).toMatchObject({
    value: { bill: { paid: yen, owed, standing } },
  })
})

test('T10: the same press twice is one payment; a second one by somebody who had not seen the first is refused', async () => {
  const owner = await open()
  const booking = await bed.approved(owner)
  const key = newId()
  const press = () => bed.receive(booking, 1_200, 1_200, { key })
  const [first, second] = await Promise.all([press(), press()])
  expect(first).toEqual(second)
  expect(first).toMatchObject({ value: { bill: { paid: 1_200 } } })
  expect(await bed.receive(booking, 900, 1_200, { key })).toMatchObject({
    refusal: { code: 'key-used-differently' },
  })
  expect(await bed.receive(booking, 1_200, 1_200)).toMatchObject({
    refusal: { code: 'bill-changed', detail: { owed: 0, paid: 1_200 } },
  })
  // The money really came again: it is there, so it is written down, and shown as to be given back.
  expect(await bed.receive(booking, 1_200, 0, { means: 'transfer' })).toMatchObject({
    value: { bill: { owed: -1_200, standing: 'to-refund' } },
  })
  expect(await bed.refund(booking, 1_201, -1_200)).toMatchObject({
    refusal: { code: 'more-than-due', detail: { toRefund: 1_200 } },
  })
  expect(await bed.refund(booking, 1_200, -1_200)).toMatchObject({
    value: { bill: { owed: 0, standing: 'paid' } },
  })
  expect(await bed.refund(booking, 1, 0)).toMatchObject({
    refusal: { code: 'more-than-due', detail: { toRefund: 0 } },
  })
})

test('T10: nothing is given back of a bill that still owes', async () => {
  const owner = await open()
  const booking = await bed.approved(owner)
  expect(await bed.refund(booking, 500, 1_200)).toMatchObject({
    refusal: { code: 'more-than-due', detail: { toRefund: 0 } },
  })
})

test('T10: a slip is taken back by a line of its own, once, and the takings of the day follow', async () => {
  const owner = await open()
  const booking = await bed.approved(owner)
  await bed.receive(booking, 1_000, 1_200, { means: 'qr' })
  const slip = (await bed.billOf(booking)).postings[1]
  const { reservationId } = booking
  const takeBack = (postingId = slip?.postingId ?? '') =>
    bed.call(money.reversePayment, { actor: staff, reservationId, postingId, reason: '金額の入力の誤り' })
  expect(await takeBack()).toMatchObject({ value: { bill: { paid: 0, standing: 'unpaid' } } })
  expect(await takeBack()).toMatchObject({ value: { bill: { paid: 0 } } })
  const { postings } = await bed.billOf(booking)
  expect(postings.map(({ kind, paid }) => [kind, paid])).toEqual([
    ['issued', 0],
    ['received', 1_000],
    ['reversed', -1_000],
  ])
  for (const { postingId, kind } of postings)
    if (kind !== 'received')
      expect(await takeBack(postingId)).toMatchObject({ refusal: { code: 'not-found' } })
  await bed.receive(booking, 1_500, 1_200)
  await bed.refund(booking, 300, -300)
  expect(await bed.call(money.getTakings, { actor: staff, date: '2024-11-10' })).toMatchObject({
    value: {
      means: [
        { means: 'cash', received: 1_500, refunded: 300, count: 2 },
        { means: 'qr', received: 0, refunded: 0, count: 2 },
      ],
      received: 1_500,
      refunded: 300,
    },
  })
  const ledger = await bed.call(money.listPostings, { actor: staff, from: '2024-11-10', to: '2024-11-10' })
  expect(ledger.ok && ledger.value.items.map(({ posting }) => posting.kind)).toEqual([
    'issued',
    'received',
    'reversed',
    'received',
    'refunded',
  ])
  expect(
    await bed.call(money.listPostings, { actor: staff, from: '2024-11-01', to: '2025-01-02' }),
  ).toMatchObject({ refusal: { code: 'span-not-valid' } })
})
