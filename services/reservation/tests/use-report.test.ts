import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { cancel } from '@asaichi/contract/reservation/reservation.ts'
import { getUseReport } from '@asaichi/contract/reservation/use-report.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { afterEach, expect, test } from 'vitest'
import { type MoneyBed, PAID, startMoneyBed } from './money-bed.ts'
import { staff, staffElsewhere } from './reservation-bed.ts'

let bed: MoneyBed
afterEach(() => bed[Symbol.asyncDispose]())

async function reportOf(from = '2024-12', to = '2024-12', actor = staff) {
  return bed.call(getUseReport, { actor, from, to })
}

test('T11: a month tells of each room what was used, how long, by how many, and what it cost', async () => {
  bed = await startMoneyBed({ moveAllowed: true })
  const { owner } = bed
  const booking = await bed.approved(owner)
  await bed.receive(booking, 1_200, 1_200)
  const moved = await bed.booked(owner, { from: '13:00', to: '14:00' })
  valueOf(
    await bed.call(moveReservation, {
      actor: owner,
      reservationId: moved.reservationId,
      key: newId(),
      application: everydayApplication({ date: '2024-12-02', from: '13:00', to: '15:00' }),
    }),
  )
  const ended = await bed.booked(owner, { from: '18:00', to: '19:00' })
  valueOf(await bed.call(cancel, { actor: owner, reservationId: ended.reservationId }))

  const { rooms, hours } = valueOf(await reportOf())
  expect(rooms.map(room => room.spaceId)).toEqual(['yoshitsu', 'hall', 'hall-a', 'hall-b'])
  expect(rooms[0]).toMatchObject({
    bookings: 1,
    usedMinutes: 120,
    people: booking.people,
    pending: 1,
    cancelled: 1,
    charged: 1_200,
    paid: 1_200,
  })
  expect(hours.slice(8, 12)).toEqual([0, 60, 60, 0])
  expect(valueOf(await reportOf('2025-01', '2025-02')).rooms[0]).toMatchObject({ bookings: 0, cancelled: 0 })
})

test('T11: the report is for the city’s staff, of their city, and of whole months, at most twelve', async () => {
  bed = await startMoneyBed()
  await bed.approved(bed.owner, PAID)
  expect(codeOf(await reportOf('2024-12', '2024-12', bed.owner))).toBe('not-allowed')
  expect(valueOf(await reportOf('2024-12', '2024-12', staffElsewhere)).rooms).toEqual([])
  expect(codeOf(await reportOf('2024-12', '2024-11'))).toBe('months-not-valid')
  expect(codeOf(await reportOf('2024-01', '2024-12'))).toBe('done')
  expect(codeOf(await reportOf('2024-01', '2025-01'))).toBe('months-not-valid')
  for (const month of ['0000-01', '1799-12', '3000-01', '9999-12'])
    expect(codeOf(await reportOf(month, month))).toBe('months-not-valid')
})
