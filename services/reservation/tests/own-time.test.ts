import { emit } from '@asaichi/bus/emit.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ReservationBed, startReservationBed } from './reservation-bed.ts'

let bed: ReservationBed
beforeEach(async () => {
  bed = await startReservationBed()
  await bed.openDates('2024-12-01')
})
afterEach(() => bed[Symbol.asyncDispose]())

const HOUR = { from: '15:00', to: '16:00' }

test('V2, G3: who lost a time to their own press is told that it is theirs, and which one', async () => {
  const [owner, other] = await bed.people(2)
  const { reservationId } = await bed.booked(owner, HOUR)
  expect(await bed.press(owner, HOUR)).toMatchObject({
    refusal: { code: 'overlaps-own-booking', detail: { reservationId } },
  })
  expect(await bed.press(other, HOUR)).toMatchObject({ refusal: { code: 'taken' } })
})

test('G3: where the city allows it for one venue, two of its rooms can be had for one hour, and no room of another venue', async () => {
  const annex = demoVenue({
    venueId: 'annex',
    spaces: [demoSpace({ spaceId: 'annex', name: '別館' })],
    doors: [],
  })
  await bed.neighbours.catalog.publish(tx =>
    emit(tx, venueChanged, { aggregateId: 'annex', version: 1, data: { venue: annex, version: 1 } }),
  )
  await bed.quiet(bed.neighbours.catalog)
  await bed.sql(`update reservation.cities set policy = policy || '{"overlapAllowed": "same-venue"}'`)
  const [owner] = await bed.people(1)
  const { reservationId } = await bed.booked(owner, { listingId: 'hall-a', ...HOUR })
  expect(await bed.press(owner, { listingId: 'hall-b', ...HOUR })).toMatchObject({ ok: true })
  expect(await bed.press(owner, { listingId: 'annex', ...HOUR })).toMatchObject({
    refusal: { code: 'overlaps-own-booking', detail: { reservationId } },
  })
})
