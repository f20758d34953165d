import { emit } from '@asaichi/bus/emit.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { getRound, listRounds, roundClosedEmpty, roundOpened } from '@asaichi/contract/lottery/rounds.ts'
import { timeOf } from '@asaichi/draw/beacon.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { MONTHLY_ROUND } from '@asaichi/testkit/mitaka-windows.ts'
import { expect, test } from 'vitest'
import { BEACON, CLOSES, DATE, HOUR, OPENS, startLotteryBed } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed({ startAt: '2024-10-26T14:59:59.999Z' }))

test('M17: dates whose window had passed before the service first ran are caught up in order', async () => {
  expect(await bed.round('2024-11-10')).toMatchObject({ status: 'closed-empty', commitment: null })
  const dates = bed.facts.of(roundClosedEmpty).map(fact => fact.date)
  expect(dates.length).toBeGreaterThan(10)
  expect(dates).toEqual(dates.toSorted())
})

test('M17, M18: a round is planned, opens at day −35 00:00 and closes empty at the end of day −29', async () => {
  const dates = { first: DATE, last: DATE }
  expect(await bed.round()).toMatchObject({ status: 'scheduled', drawAt: HOUR, commitment: null, dates })
  await bed.at(OPENS)
  const { commitment, roundId } = await bed.round()
  expect(await bed.facts.waitFor(roundOpened, fact => fact.roundId === roundId)).toMatchObject({ dates })
  expect(commitment).toMatchObject({ publishedAt: OPENS, chain: bed.beacon.chain })
  const beaconAt = timeOf(bed.beacon.chain, commitment?.beaconRound ?? 0)
  expect(beaconAt >= BEACON && beaconAt < '2024-11-02T21:50:03.000Z').toBe(true)

  await bed.at('2024-11-02T14:59:59.999Z')
  expect(await bed.round()).toMatchObject({ status: 'open', freeze: null })
  await bed.at(CLOSES)
  expect(await bed.round()).toMatchObject({ status: 'closed-empty', freeze: null })
  await bed.facts.waitFor(roundClosedEmpty, fact => fact.date === DATE && fact.cityId === 'mitaka')
  expect(bed.facts.of(roundClosedEmpty).filter(fact => fact.date === DATE)).toHaveLength(1)
  expect(bed.beacon.asked).toEqual([])
})

test('a date without a round is not found, and a span of more than 62 days is not answered', async () => {
  for (const date of ['2030-01-01', '1800-01-01'])
    expect(await bed.call(getRound, { cityId: 'mitaka', date })).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    })
  const december = await bed.call(listRounds, { cityId: 'mitaka', from: '2024-12-01', to: '2024-12-02' })
  expect(december).toMatchObject({
    ok: true,
    value: { items: [{ dates: { first: DATE } }, { dates: { first: '2024-12-02' } }] },
  })
  for (const [from, to] of [
    ['2024-12-01', '2025-02-01'],
    ['2024-12-02', '2024-12-01'],
    ['1800-01-01', '1800-01-02'],
  ] as const)
    expect(await bed.call(listRounds, { cityId: 'mitaka', from, to })).toMatchObject({
      ok: false,
      refusal: { code: 'span-not-valid' },
    })
})

test('S10: a city that turns to monthly windows keeps its rounds and draws the other dates of a month together', async () => {
  const monthly = demoCity({ cityId: 'mitaka' }).policy.windows
  const city = demoCity({
    cityId: 'mitaka',
    windows: { ...monthly, lottery: MONTHLY_ROUND },
  })
  await bed.neighbours.catalog.publish(tx =>
    emit(tx, cityChanged, { aggregateId: 'mitaka', version: 2, data: { city, version: 2 } }),
  )
  await bed.quiet(bed.neighbours.catalog)
  expect((await bed.round(DATE)).dates).toEqual({ first: DATE, last: DATE })
  expect(await bed.round('2025-01-20')).toMatchObject({
    dates: { first: '2025-01-01', last: '2025-01-31' },
    status: 'open',
    drawAt: '2024-11-11T22:00:00.000Z',
  })
  await bed.at('2024-11-10T15:00:00.000Z')
  expect(await bed.round('2025-01-20')).toMatchObject({ status: 'closed-empty' })
  const january = await Promise.all(
    ['2025-01-01', '2025-01-31'].map(date => bed.facts.waitFor(roundClosedEmpty, fact => fact.date === date)),
  )
  expect(january).toHaveLength(2)
})
