import { readFile } from 'node:fs/promises'
import { emit } from '@asaichi/bus/emit.ts'
import { startCatalog } from '@asaichi/catalog/start.ts'
import { getCity } from '@asaichi/contract/catalog/city.ts'
import { applyCity, type CityFile } from '@asaichi/contract/catalog/city-file.ts'
import { getVenue, type VenueOption } from '@asaichi/contract/catalog/venue.ts'
import { roundClosedEmpty } from '@asaichi/contract/lottery/rounds.ts'
import { apply as applyForTime } from '@asaichi/contract/reservation/reservation.ts'
import { startReservation } from '@asaichi/reservation/start.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { newcomers } from '@asaichi/testkit/newcomers.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { expect, test } from 'vitest'
import { apply } from '../src/file/apply.ts'
import { cityFileText } from '../src/file/city-file-text.ts'
import { citySchema } from '../src/file/city-schema.ts'
import { exportCity } from '../src/file/export.ts'
import { readCityFile } from '../src/file/read-city-file.ts'

const bed = await forThisFile(startBed())
await bed.at('2024-11-10T00:00:00.000Z')
await bed.start('catalog', startCatalog)
await bed.start('reservation', startReservation)
const identity = await forThisFile(startProducer(bed, 'identity'))
const lottery = await forThisFile(startProducer(bed, 'lottery'))

const PROJECTOR: VenueOption = {
  optionId: 'projector',
  name: 'プロジェクター',
  yen: 500,
  stock: 1,
  spaceIds: ['yoshitsu'],
  note: null,
  translations: { en: { name: 'Projector' } },
}
const { cityId: _, ...hall } = demoVenue({ options: [PROJECTOR] })
const [room] = hall.spaces
const FILE: CityFile = { city: demoCity({ cityId: 'mitaka' }), venues: [hall] }

async function applied(file: CityFile, dryRun = false): Promise<readonly string[]> {
  const said: string[] = []
  await apply(bed.call, file, { dryRun, say: line => said.push(line) })
  return said
}

test('a dry run tells what would be put and puts nothing; then the file is put, and again nothing', async () => {
  expect(await applied(FILE, true)).toEqual([
    'new     city mitaka',
    'new     venue kokaido',
    '2 would change; nothing was put.',
  ])
  expect(await bed.call(getCity, { cityId: 'mitaka' })).toMatchObject({ ok: false })
  expect((await applied(FILE)).at(-1)).toBe('2 changed.')
  expect(await bed.call(getVenue, { venueId: 'kokaido' })).toMatchObject({ ok: true, value: hall })
  expect(await applied(FILE)).toEqual(['Nothing changes: the town has the city as the file has it.'])
})

test('G10: what is exported is what was put, options too: read again it changes nothing', async () => {
  const text = cityFileText(await exportCity(bed.call, 'mitaka'))
  const read = readCityFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  expect(read.file).toEqual(FILE)
  expect(await applied(read.file)).toEqual(['Nothing changes: the town has the city as the file has it.'])
})

test('M13: a venue that is refused keeps all of the file out, the city’s changes too', async () => {
  const renamed = { ...FILE.city, name: '改名市' }
  const broken = {
    ...hall,
    venueId: 'annex',
    spaces: [demoSpace({ spaceId: 'annex-a', name: 'A', parts: ['nowhere'] })],
    doors: [],
  }
  await expect(applied({ city: renamed, venues: [hall, broken] })).rejects.toThrow(
    'Nothing was put: venue annex is refused, unknown-part (nowhere).',
  )
  const stolen = { ...hall, venueId: 'annex', doors: [] }
  await expect(applied({ city: renamed, venues: [hall, stolen] })).rejects.toThrow(
    /venue annex is refused, id-taken/,
  )
  expect(await bed.call(getCity, { cityId: 'mitaka' })).toMatchObject({ value: { name: '試験市' } })
})

test('a venue that the file does not name stays, and is told of', async () => {
  const annex = {
    ...hall,
    venueId: 'annex',
    name: '別館',
    spaces: [demoSpace({ spaceId: 'annex-a', name: 'A' })],
    doors: [],
    options: [],
  }
  await applied({ ...FILE, venues: [hall, annex] })
  expect(await applied(FILE)).toEqual([
    'left as it is: venue annex, which the file does not name',
    'Nothing changes: the town has the city as the file has it.',
  ])
})

test('M12, M13: bookings ahead that a change would leave outside are told before it is put, and stay', async () => {
  await bed.quiet()
  const [who] = await newcomers(bed, identity, { count: 1 })
  await lottery.publish(tx =>
    emit(tx, roundClosedEmpty, {
      aggregateId: newId(),
      version: 1,
      data: { roundId: newId(), cityId: 'mitaka', date: '2024-12-01' },
    }),
  )
  await bed.quiet(lottery)
  if (!who || !room) throw new Error('nobody there')
  const booked = await bed.call(applyForTime, {
    actor: who,
    key: newId(),
    application: everydayApplication(),
  })
  if (!booked.ok) throw new Error(booked.refusal.code)
  const shut = { ...hall, closures: [{ from: '2024-12-01', to: '2024-12-01', reason: '工事' }] }
  const said = await applied({ ...FILE, venues: [shut] }, true)
  expect(said.slice(0, 2)).toEqual([
    '試験公会堂: 1 bookings ahead would lie outside',
    `  2024-12-01 09:00–10:00 1階洋室 ${booked.value.reservation.reservationId} closed`,
  ])
  expect(await bed.call(applyCity, { ...FILE, venues: [hall], dryRun: true })).toMatchObject({ ok: true })
})

test('the schema for editors is that of the contract', async () => {
  const file = new URL('../city.schema.json', import.meta.url)
  const kept: unknown = JSON.parse(await readFile(file, 'utf8'))
  expect(kept, 'npm run --silent city -- schema > city/city.schema.json').toEqual(JSON.parse(citySchema()))
})
