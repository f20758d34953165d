import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { busTables } from '@asaichi/bus/bus.ts'
import { emit } from '@asaichi/bus/emit.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { getRound } from '@asaichi/contract/lottery/rounds.ts'
import { QUICKNET } from '@asaichi/draw/beacon.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { dueWorkTables } from '@asaichi/store/due-work.ts'
import { migrate } from '@asaichi/store/migrate.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { expect, test } from 'vitest'
import { startLottery } from '../src/start.ts'

test('rounds that were opened before there were draws publish a commitment, and the catalogue is heard again', async () => {
  await using bed = await startBed()
  await bed.at('2024-10-28T00:00:00.000Z')
  await using catalog = await startProducer(bed, 'catalog')
  const eventId = newId()
  await catalog.publish(async tx => {
    const city = demoCity({ cityId: 'mitaka' })
    await emit(tx, cityChanged, { aggregateId: 'mitaka', version: 1, data: { city, version: 1 } })
    await emit(tx, venueChanged, {
      aggregateId: 'kokaido',
      version: 1,
      data: { venue: demoVenue(), version: 1 },
    })
  })
  await catalog.sent()
  await withFirstVersion(async folder => {
    await migrate(bed.adminUrl, 'lottery', [busTables, dueWorkTables, { name: 'lottery', folder }])
  })
  await bed.sql(`insert into lottery.cities (city_id, version, windows) values ('mitaka', 1, '{}')`)
  await bed.sql(
    `insert into lottery.rounds (round_id, city_id, use_date, status, opens_at, closes_at, draw_at) values
     ($1, 'mitaka', '2024-12-01', 'open', '2024-10-26T15:00:00Z', '2024-11-02T15:00:00Z', '2024-11-02T22:00:00Z')`,
    [eventId],
  )
  await bed.start('lottery', (config, log) =>
    startLottery({ ...config, BEACON_URL: 'http://127.0.0.1:9', BEACON_CHAIN: QUICKNET }, log),
  )
  await eventually(async () =>
    expect(await bed.call(getRound, { cityId: 'mitaka', date: '2024-12-01' })).toMatchObject({
      ok: true,
      value: { roundId: eventId, status: 'open', commitment: { publishedAt: '2024-10-28T00:00:00.000Z' } },
    }),
  )
})

async function withFirstVersion(use: (folder: URL) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-migrations-'))
  try {
    const name = '0001-rounds.sql'
    await cp(new URL(`../src/store/migrations/${name}`, import.meta.url), path.join(dir, name))
    await use(pathToFileURL(`${dir}/`))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
