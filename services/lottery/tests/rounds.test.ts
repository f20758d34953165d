import { emit } from '@asaichi/bus/emit.ts'
import { MITAKA_WINDOWS } from '@asaichi/calendar/windows.ts'
import { cityChanged } from '@asaichi/contract/catalog.ts'
import { getRound, roundClosedEmpty } from '@asaichi/contract/lottery.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { startProducer } from '@asaichi/testkit/producer.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startLottery } from '../src/start.ts'

let bed: Bed
beforeAll(async () => {
  bed = await startBed()
  await bed.at('2024-10-25T03:00:00.000Z')
  await bed.start('lottery', startLottery)
})
afterAll(() => bed[Symbol.asyncDispose]())

const city = demoCity({
  cityId: 'mitaka',
  windows: { ...MITAKA_WINDOWS, closedDays: 'as-is', officeClosures: [] },
})

async function roundOf(date: string) {
  const outcome = await bed.call(getRound, { cityId: 'mitaka', date })
  return outcome.ok ? outcome.value : undefined
}

test('M17, M18: a round is planned, opens at day −35 00:00 and closes empty at the end of day −29', async () => {
  await using catalog = await startProducer(bed, 'catalog')
  await catalog.publish(tx =>
    emit(tx, cityChanged, { aggregateId: 'mitaka', version: 1, data: { city, version: 1 } }),
  )
  await eventually(async () => expect(await roundOf('2024-12-01')).toMatchObject({ status: 'scheduled' }))

  await bed.at('2024-10-26T14:59:59.999Z')
  expect(await roundOf('2024-12-01')).toMatchObject({
    status: 'scheduled',
    drawAt: '2024-11-02T22:00:00.000Z',
  })
  await bed.at('2024-10-26T15:00:00.000Z')
  expect(await roundOf('2024-12-01')).toMatchObject({ status: 'open' })
  await bed.at('2024-11-02T14:59:59.999Z')
  expect(await roundOf('2024-12-01')).toMatchObject({ status: 'open' })
  await bed.at('2024-11-02T15:00:00.000Z')
  expect(await roundOf('2024-12-01')).toMatchObject({ status: 'closed-empty' })
  await bed.facts.waitFor(roundClosedEmpty, fact => fact.date === '2024-12-01' && fact.cityId === 'mitaka')
})

test('M17: dates whose window had passed before the service first ran are caught up in order', async () => {
  expect(await roundOf('2024-11-10')).toMatchObject({ status: 'closed-empty' })
  const dates = bed.facts.of(roundClosedEmpty).map(fact => fact.date)
  expect(dates).toEqual(dates.toSorted())
})

test('a date without a round is not found', async () => {
  expect(await bed.call(getRound, { cityId: 'mitaka', date: '2030-01-01' })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  })
})
