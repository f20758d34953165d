import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { listMyBills, weighPerson } from '@asaichi/contract/reservation/own-data.ts'
import { cancel, getReservation, reservationCancelled } from '@asaichi/contract/reservation/reservation.ts'
import { watchTime } from '@asaichi/contract/reservation/watches.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { afterEach, expect, test } from 'vitest'
import { type MoneyBed, startMoneyBed } from './money-bed.ts'
import { staff } from './reservation-bed.ts'

let bed: MoneyBed
afterEach(() => bed[Symbol.asyncDispose]())

async function left({ personId }: Actor): Promise<void> {
  const data = { withdrawalId: newId(), personId, cityId: 'mitaka' }
  await bed.neighbours.identity.publish(tx =>
    emit(tx, personWithdrawn, { aggregateId: personId, version: 1, data }),
  )
  await bed.quiet(bed.neighbours.identity)
}

test('V11: what waits of a person is counted: live bookings, and bills that are not even', async () => {
  bed = await startMoneyBed()
  const { owner } = bed
  const weigh = () => bed.call(weighPerson, { personId: owner.personId })
  expect(await weigh()).toMatchObject({ value: { bookings: 0, bills: 0 } })
  const booking = await bed.approved(owner)
  expect(await weigh()).toMatchObject({ value: { bookings: 1, bills: 1 } })
  await bed.receive(booking, 1_200, 1_200)
  expect(await weigh()).toMatchObject({ value: { bookings: 1, bills: 0 } })
  await bed.call(cancel, { actor: owner, reservationId: booking.reservationId })
  expect(await weigh()).toMatchObject({ value: { bookings: 0, bills: 1 } })
})

test('V10: one’s own bills come whole, without who of the staff wrote what', async () => {
  bed = await startMoneyBed()
  const { owner } = bed
  const booking = await bed.approved(owner)
  await bed.receive(booking, 1_200, 1_200, { note: '窓口' })
  const mine = await bed.call(listMyBills, { actor: owner })
  expect(mine).toMatchObject({
    value: {
      items: [
        {
          bill: { reservationId: booking.reservationId, standing: 'paid' },
          invoices: [{ yen: 1_200 }],
          postings: [{ kind: 'issued' }, { kind: 'received', means: 'cash' }],
        },
      ],
    },
  })
  expect(JSON.stringify(mine)).not.toMatch(/窓口|"by"/)
  expect(await bed.call(listMyBills, { actor: staff })).toMatchObject({ value: { items: [] } })
})

test('V11: who has left leaves times and money behind, not a word that they wrote; a booking that slipped in is given up', async () => {
  bed = await startMoneyBed()
  const { owner } = bed
  const [other] = await bed.people(1)
  const gone = await bed.booked(owner, { eventName: '花田家の集まり', note: '花田 090-0000-0000' })
  const kept = await bed.booked(other, { from: '13:00', to: '15:00', note: '読書会' })
  const { listingId, date } = { listingId: kept.listingId, date: kept.date }
  await bed.call(watchTime, { actor: owner, listingId, date, from: '13:00', to: '15:00' })
  await left(owner)
  await left(owner)
  await bed.facts.waitFor(reservationCancelled, fact => fact.reservationId === gone.reservationId)
  expect(await bed.call(getReservation, { actor: staff, reservationId: gone.reservationId })).toMatchObject({
    value: { status: 'cancelled', cancelledBy: 'city', note: '', people: gone.people, from: gone.from },
  })
  const rows = await bed.sql('select to_jsonb(r) as row from reservation.reservations r')
  expect(JSON.stringify(rows)).not.toContain('花田')
  expect(JSON.stringify(rows)).toContain('読書会')
  for (const table of ['watches', 'idempotency_keys'])
    expect(
      await bed.sql(`select 1 from reservation.${table} where person_id = $1`, [owner.personId]),
      table,
    ).toEqual([])
})
