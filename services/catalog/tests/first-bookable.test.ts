import { emit } from '@asaichi/bus/emit.ts'
import { Availability, getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { putCity } from '@asaichi/contract/catalog/city.ts'
import { putVenue } from '@asaichi/contract/catalog/venue.ts'
import { getVenueDay } from '@asaichi/contract/catalog/venue-day.ts'
import { spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { dateOpened } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { inokashiraTobu, mitaka } from '@asaichi/town/demo/mitaka.ts'
import { withYearEnds } from '@asaichi/town/demo/year-end.ts'
import { expect, test } from 'vitest'
import { startCatalogIn } from './catalog-bed.ts'

const hall = withYearEnds(inokashiraTobu, '2024-10-20')
const VENUE = 'mitaka-inokashira-tobu'
const ROOM = `${VENUE}-yoshitsu`

const bed = await forThisFile(startBed())
await bed.at('2024-11-20T03:00:00.000Z')
await startCatalogIn(bed)
const reservation = await forThisFile(startProducer(bed, 'reservation'))
await bed.call(putCity, { actor: 'system', city: mitaka })
await bed.call(putVenue, { actor: 'system', venue: hall })

async function monthOf(listingId: string): Promise<string> {
  const outcome = await bed.call(getAvailability, { listingId })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return Availability.parse(JSON.parse(outcome.value.body)).month
}

async function dayOf(venueId: string): Promise<string> {
  const outcome = await bed.call(getVenueDay, { venueId })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.date
}

function opened(date: string): Promise<void> {
  return reservation.publish(tx =>
    emit(tx, dateOpened, { aggregateId: `mitaka ${date}`, version: 1, data: { cityId: 'mitaka', date } }),
  )
}

async function closed(from: string, to: string): Promise<void> {
  const occupancyId = newId()
  const spaceIds = hall.spaces.map(({ spaceId }) => spaceId)
  const data = { occupancyId, spaceIds, venueId: VENUE, kind: 'closure' as const, startsAt: from, endsAt: to }
  await reservation.publish(tx =>
    emit(tx, spacesOccupied, { aggregateId: occupancyId, version: 1, data: { occupancies: [data] } }),
  )
}

test('M17, M18, M22: a month not named is today’s only while something of it can be booked', async () => {
  // Nothing was drawn yet: only the days of the lottery can be had, 29 to 35 days ahead.
  expect(await monthOf(ROOM)).toBe('2024-12')
  expect(await dayOf(VENUE)).toBe('2024-12-19')
  await opened('2024-11-30')
  await eventually(async () => expect(await monthOf(ROOM)).toBe('2024-11'))
  expect(await dayOf(VENUE)).toBe('2024-11-30')
})

test('M21: on the last days of a month the next one is shown, for first-come has closed for the rest', async () => {
  await opened('2024-12-03')
  await bed.at('2024-11-28T14:59:59.999Z')
  expect(await monthOf(ROOM)).toBe('2024-11')
  await bed.at('2024-11-28T15:00:00.000Z')
  await eventually(async () => expect(await monthOf(ROOM)).toBe('2024-12'))
  expect(await dayOf(VENUE)).toBe('2024-12-03')
})

test('M22: days without the shortest use free are passed over, as far as the windows reach', async () => {
  await bed.at('2024-11-30T03:00:00.000Z')
  await closed('2024-11-30T15:00:00.000Z', '2024-12-31T15:00:00.000Z')
  await eventually(async () => expect(await monthOf(ROOM)).toBe('2025-01'))
  expect(await dayOf(VENUE)).toBe('2025-01-04')
  await closed('2024-12-31T15:00:00.000Z', '2025-02-28T15:00:00.000Z')
  await eventually(async () => expect(await monthOf(ROOM)).toBe('2024-11'))
  expect(await dayOf(VENUE)).toBe('2024-11-30')
})

test('an unknown listing or venue is not found without a month or date either', async () => {
  const notFound = { refusal: { code: 'not-found' } }
  expect(await bed.call(getAvailability, { listingId: 'nothing' })).toMatchObject(notFound)
  expect(await bed.call(getVenueDay, { venueId: 'nothing' })).toMatchObject(notFound)
})
