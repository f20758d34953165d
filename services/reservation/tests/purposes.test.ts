import type { Actor } from '@asaichi/contract/actor.ts'
import { changeDetails, type Details } from '@asaichi/contract/reservation/details.ts'
import { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { applyFor, approve } from '@asaichi/contract/reservation/staff.ts'
import { getUseReport } from '@asaichi/contract/reservation/use-report.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

const DANCE = { purposeId: 'dance', name: 'ダンス', translations: { en: { name: 'Dance' } } }
const TALK = { purposeId: 'talk', name: '会議' }

let bed: ReservationBed
let owner: Actor
beforeAll(async () => {
  bed = await startReservationBed({
    purposes: [DANCE, TALK],
    moveAllowed: true,
    quota: { liveReservations: null },
  })
  await bed.openDates('2024-12-01', '2024-12-02', '2024-12-04', '2024-12-05')
  ;[owner] = await bed.people(1)
})
afterAll(() => bed[Symbol.asyncDispose]())

async function changed({ reservationId, version }: Reservation, details: Partial<Details>) {
  const { eventName, people, note } = everydayApplication()
  return bed.call(changeDetails, {
    actor: owner,
    reservationId,
    expectedVersion: version,
    details: { eventName, people, note, ...details },
  })
}

test('M24: a city with a list of purposes takes no application without one of them, nor with another', async () => {
  expect(codeOf(await bed.press(owner, {}))).toBe('purpose-needed')
  expect(codeOf(await bed.press(owner, { purposeId: 'sumo' }))).toBe('purpose-needed')
  const booking = await bed.booked(owner, { purposeId: 'dance' })
  expect(booking.purpose).toEqual(DANCE)
})

test('M24: staff may leave the purpose of a caller open, but say none that the city does not have', async () => {
  const application = everydayApplication({ date: '2024-12-04' })
  const forCaller = async (purposeId?: string) =>
    bed.call(applyFor, {
      actor: staff,
      personId: owner.personId,
      key: newId(),
      application: { ...application, ...(purposeId !== undefined && { purposeId }) },
    })
  expect(codeOf(await forCaller('sumo'))).toBe('purpose-needed')
  expect(valueOf(await forCaller()).reservation).not.toHaveProperty('purpose')
})

test('M24: the owner corrects the purpose, and left out it stays', async () => {
  const booking = await bed.booked(owner, { date: '2024-12-05', purposeId: 'dance' })
  expect(codeOf(await changed(booking, { purposeId: 'sumo' }))).toBe('purpose-needed')
  const corrected = valueOf(await changed(booking, { purposeId: 'talk' }))
  expect(corrected.purpose).toEqual(TALK)
  expect(valueOf(await changed(booking, { purposeId: 'talk' })).version).toBe(corrected.version)
  expect(valueOf(await changed(corrected, { people: 3 })).purpose).toEqual(TALK)
})

test('M24, M30: a moved booking is for what it was for, though the move says nothing of it', async () => {
  const booking = await bed.booked(owner, {
    date: '2024-12-05',
    from: '13:00',
    to: '14:00',
    purposeId: 'talk',
  })
  const { reservation } = valueOf(
    await bed.call(moveReservation, {
      actor: owner,
      reservationId: booking.reservationId,
      key: newId(),
      application: everydayApplication({ date: '2024-12-05', from: '15:00', to: '16:00' }),
    }),
  )
  expect(reservation.purpose).toEqual(TALK)
})

test('T11, M24: the report counts by purpose what is approved', async () => {
  const booking = await bed.booked(owner, { date: '2024-12-02', purposeId: 'dance' })
  const { reservationId, version: expectedVersion } = booking
  valueOf(await bed.call(approve, { actor: staff, reservationId, expectedVersion }))
  const { purposes } = valueOf(await bed.call(getUseReport, { actor: staff, from: '2024-12', to: '2024-12' }))
  expect(purposes).toMatchObject([
    { purposeId: 'dance', name: 'ダンス', bookings: 1, people: booking.people },
  ])
})
