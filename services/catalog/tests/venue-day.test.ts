import { emit } from '@asaichi/bus/emit.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { putCity, type WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import { addFavourite, listFavourites, removeFavourite } from '@asaichi/contract/catalog/favourites.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { getListing, getListingDay } from '@asaichi/contract/catalog/listings.ts'
import { putVenue, searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { getBoard, getVenueDay, listRoomClosings } from '@asaichi/contract/catalog/venue-day.ts'
import { spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { dateOpened } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { holdRows } from '@asaichi/testkit/held-rows.ts'
import { MITAKA_WINDOWS } from '@asaichi/testkit/mitaka-windows.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { expect, test } from 'vitest'
import { startCatalogIn } from './catalog-bed.ts'
import { adminOf, sampleVenue } from './sample-venue.ts'

const bed = await forThisFile(startBed())
await bed.at('2024-11-10T00:00:00.000Z')
await startCatalogIn(bed)
const reservation = await forThisFile(startProducer(bed, 'reservation'))
await bed.call(putCity, { actor: 'system', city: demoCity({ cityId: 'mitaka' }) })
await bed.call(putVenue, { actor: 'system', venue: demoVenue() })

async function occupied(
  date: string,
  spaceIds: string[],
  from: string,
  to: string,
  kind: 'reservation' | 'closure' = 'reservation',
) {
  const at = (time: string) => new Date(`${date}T${time}:00.000+09:00`).toISOString()
  const occupancyId = newId()
  const data = {
    occupancyId,
    spaceIds,
    venueId: 'kokaido',
    kind,
    startsAt: at(from),
    endsAt: at(to),
  }
  await reservation.publish(tx =>
    emit(tx, spacesOccupied, { aggregateId: occupancyId, version: 1, data: { occupancies: [data] } }),
  )
  await bed.quiet(reservation)
}

test('M13, M22: a day shows every room beside the others, a whole with what its parts hold', async () => {
  await occupied('2024-12-01', ['hall-a'], '09:00', '10:00')
  await reservation.publish(tx =>
    emit(tx, dateOpened, {
      aggregateId: 'mitaka 2024-12-01',
      version: 1,
      data: { cityId: 'mitaka', date: '2024-12-01' },
    }),
  )
  await bed.quiet(reservation)
  const free = 'o'.repeat(24)
  expect(await bed.call(getVenueDay, { venueId: 'kokaido', date: '2024-12-01' })).toMatchObject({
    ok: true,
    value: {
      venueName: '試験公会堂',
      hours: { opens: '09:00', closes: '21:00' },
      closedReason: null,
      p: 'f',
      opensAt: null,
      rooms: [
        {
          spaceId: 'yoshitsu',
          s: free,
          listings: [{ listingId: 'yoshitsu' }, { listingId: 'yoshitsu-paid' }],
        },
        { spaceId: 'hall', s: `xx${free.slice(2)}`, parts: ['hall-a', 'hall-b'] },
        { spaceId: 'hall-a', s: `xx${free.slice(2)}` },
        { spaceId: 'hall-b', s: free },
      ],
    },
  })
})

test('M12: a closed day says why; an unknown venue and a date no calendar knows are refused', async () => {
  expect(await bed.call(getVenueDay, { venueId: 'kokaido', date: '2024-12-29' })).toMatchObject({
    value: { hours: null, closedReason: '年末年始', p: '-', opensAt: null, rooms: [{ s: '' }, {}, {}, {}] },
  })
  expect(await bed.call(getVenueDay, { venueId: 'nowhere', date: '2024-12-01' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await bed.call(getVenueDay, { venueId: 'kokaido', date: '1800-01-01' })).toMatchObject({
    refusal: { code: 'date-out-of-range' },
  })
})

test('M13, M31: a listing tells its room, and a date of it when it can be applied for', async () => {
  expect(await bed.call(getListing, { listingId: 'yoshitsu-paid' })).toMatchObject({
    value: { spaceId: 'yoshitsu', venue: { venueId: 'kokaido' } },
  })
  const day = (listingId: string, date: string) => bed.call(getListingDay, { listingId, date })
  expect(await day('yoshitsu-paid', '2024-12-25')).toMatchObject({
    value: {
      hours: { opens: '09:00', closes: '21:00' },
      lottery: {
        opensAt: '2024-11-19T15:00:00.000Z',
        closesAt: '2024-11-26T15:00:00.000Z',
        drawAt: '2024-11-26T22:00:00.000Z',
      },
      firstCome: { opensAt: '2024-11-26T22:00:00.000Z', closesAt: '2024-12-23T15:00:00.000Z' },
    },
  })
  expect(await day('yoshitsu', '2024-12-29')).toMatchObject({
    value: { hours: null, closedReason: '年末年始' },
  })
  expect(await day('nowhere', '2024-12-01')).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await bed.call(getListing, { listingId: 'nowhere' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  expect(await day('yoshitsu', '1800-01-01')).toMatchObject({ refusal: { code: 'date-out-of-range' } })
})

test('S10: a monthly city may open first come on a day of its own, and the 31st is the last day of a shorter month', async () => {
  const windows: WindowPolicy = {
    ...MITAKA_WINDOWS,
    lottery: {
      kind: 'monthly',
      monthsBefore: 3,
      opensDay: 1,
      closesDay: 31,
      drawDay: 5,
      drawTime: '13:00',
      firstComeDay: 10,
    },
  }
  await bed.call(putCity, { actor: 'system', city: demoCity({ cityId: 'monthly', windows }) })
  await bed.call(putVenue, {
    actor: 'system',
    venue: sampleVenue({ venueId: 'monthly-hall', cityId: 'monthly' }),
  })
  expect(await bed.call(getListingDay, { listingId: 'monthly-hall-room', date: '2025-05-14' })).toMatchObject(
    {
      value: {
        lottery: {
          opensAt: instantAt('2025-02-01', '00:00'),
          closesAt: instantAt('2025-02-28', '24:00'),
          drawAt: instantAt('2025-03-05', '13:00'),
        },
        firstCome: { opensAt: instantAt('2025-03-10', '07:00') },
      },
    },
  )
})

test('M22: the wall shows what each room does now and until when, and no name', async () => {
  await occupied('2024-11-10', ['yoshitsu'], '10:00', '12:00')
  const first = async () => {
    const board = await bed.call(getBoard, { venueId: 'kokaido' })
    return board.ok ? board.value.rooms[0] : undefined
  }
  const next = { kind: 'in-use', from: '10:00', to: '12:00' }
  expect(await first()).toEqual({
    spaceId: 'yoshitsu',
    name: '1階洋室',
    state: 'free',
    until: '10:00',
    next,
    uses: [next],
  })
  await bed.at('2024-11-10T01:00:00.000Z')
  expect(await first()).toMatchObject({ state: 'in-use', until: '12:00', next: null })
  await bed.at('2024-11-10T03:00:00.000Z')
  expect(await first()).toMatchObject({ state: 'free', until: '21:00' })
  expect(await bed.call(getBoard, { venueId: 'nowhere' })).toMatchObject({ refusal: { code: 'not-found' } })
})

test('M11: closures by staff that lie ahead are told by time, rooms closed together as one', async () => {
  await occupied('2099-12-10', ['hall-b'], '13:00', '15:00', 'closure')
  await occupied('2099-12-10', ['hall-a', 'hall-b'], '09:00', '12:00', 'closure')
  await occupied('2000-01-10', ['hall-a'], '09:00', '12:00', 'closure')
  await occupied('2099-12-11', ['hall-a'], '09:00', '12:00')
  expect(await bed.call(listRoomClosings, { venueId: 'kokaido' })).toMatchObject({
    value: {
      items: [
        { startsAt: instantAt('2099-12-10', '09:00'), spaceIds: ['hall-a', 'hall-b'] },
        { startsAt: instantAt('2099-12-10', '13:00'), spaceIds: ['hall-b'] },
      ],
    },
  })
  expect(await bed.call(listRoomClosings, { venueId: 'nowhere' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('M28: favourites are the person’s own, once each, and end with their venue', async () => {
  const actor = adminOf('mitaka', 'resident')
  const other = { ...actor, personId: newId() }
  const venue = { kind: 'venue' as const, id: 'kokaido' }
  const listing = { kind: 'listing' as const, id: 'yoshitsu-paid' }
  for (const favourite of [venue, venue, listing])
    expect(await bed.call(addFavourite, { actor, favourite })).toMatchObject({ ok: true })
  const ofVenue = { cityId: 'mitaka', venueId: 'kokaido', venueName: '試験公会堂' }
  expect(await bed.call(listFavourites, { actor })).toEqual({
    ok: true,
    value: {
      items: [
        { ...venue, ...ofVenue, listingName: null },
        { ...listing, ...ofVenue, listingName: '1階洋室（有料）' },
      ],
    },
  })
  expect(await bed.call(listFavourites, { actor: other })).toEqual({ ok: true, value: { items: [] } })
  expect(await bed.call(addFavourite, { actor, favourite: { ...venue, id: 'nowhere' } })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  await bed.call(removeFavourite, { actor: other, favourite: venue })
  for (let time = 0; time < 2; time++)
    expect(await bed.call(removeFavourite, { actor, favourite: venue })).toMatchObject({ ok: true })
  expect(await bed.call(listFavourites, { actor })).toMatchObject({ value: { items: [listing] } })
  await bed.sql(`insert into catalog.favourites (person_id, kind, id)
    select '${actor.personId}', 'venue', 'gone-' || n from generate_series(1, 99) n`)
  expect(await bed.call(addFavourite, { actor, favourite: venue })).toMatchObject({
    refusal: { code: 'too-many-favourites', detail: { limit: 100 } },
  })
})

test('S6: rooms that are reached without a step are found', async () => {
  const venue = demoVenue()
  const [first, ...others] = venue.spaces
  if (!first) throw new Error('no room')
  const spaces = [{ ...first, stepFree: true }, ...others.map(each => ({ ...each, stepFree: false }))]
  await bed.call(putVenue, { actor: 'system', venue: { ...venue, spaces } })
  const asked = {
    cityId: 'mitaka',
    from: '2024-12-05',
    to: '2024-12-05',
    band: { from: '09:00', to: '10:00' },
    stepFree: true as const,
  }
  expect(await bed.call(searchFree, asked)).toMatchObject({ value: { items: [{ spaceId: 'yoshitsu' }] } })
  expect(await bed.call(searchVenues, { cityId: 'mitaka', stepFree: true })).toMatchObject({
    value: { items: [{ venueId: 'kokaido' }] },
  })
  await bed.call(putVenue, { actor: 'system', venue })
  expect(await bed.call(searchVenues, { cityId: 'mitaka', stepFree: true })).toMatchObject({
    value: { items: [] },
  })
})

test('M28: who adds a favourite waits for what the same person is adding, so that the limit holds', async () => {
  const actor = { ...adminOf('mitaka', 'resident'), personId: newId() }
  await using held = await holdRows(bed.adminUrl, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `favourites ${actor.personId}`,
  ])
  const adding = bed.call(addFavourite, { actor, favourite: { kind: 'venue', id: 'kokaido' } })
  await held.waitedForBy(/pg_advisory_xact_lock/)
  await held.release()
  expect(await adding).toMatchObject({ ok: true })
})
