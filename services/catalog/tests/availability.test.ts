import { gzipSync } from 'node:zlib'
import { emit } from '@asaichi/bus/emit.ts'
import { Availability, getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { putCity } from '@asaichi/contract/catalog/city.ts'
import { putVenue } from '@asaichi/contract/catalog/venue.ts'
import { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { dateOpened } from '@asaichi/contract/reservation/reservation.ts'
import { replayOutboxOf } from '@asaichi/contract/town/town.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
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
const PAID = `${VENUE}-yoshitsu-paid`
const OTHER_ROOM = `${VENUE}-washitsu`

const bed = await forThisFile(startBed())
await bed.at('2024-10-20T03:00:00.000Z')
await startCatalogIn(bed)
const reservation = await forThisFile(startProducer(bed, 'reservation'))
await bed.call(putCity, { actor: 'system', city: mitaka })
await bed.call(putVenue, { actor: 'system', venue: hall })

async function ask(listingId: string, month: string) {
  const outcome = await bed.call(getAvailability, { listingId, month })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

async function dayOf(listingId: string, date: string) {
  const { body } = await ask(listingId, date.slice(0, 7))
  const day = Availability.parse(JSON.parse(body)).days.find(({ d }) => d === date)
  if (!day) throw new Error('no such day')
  return day
}

type Occupied = {
  kind?: 'reservation' | 'city-use' | 'closure' | 'reopening'
  from: string
  to: string
  spaceIds?: string[]
  venueId?: string
}

function occupied(
  occupancyId: string,
  { kind = 'reservation', from, to, spaceIds = [ROOM], venueId = VENUE }: Occupied,
) {
  const data = { occupancyId, spaceIds, venueId, kind, startsAt: from, endsAt: to }
  return reservation.publish(tx =>
    emit(tx, spacesOccupied, { aggregateId: occupancyId, version: 1, data: { occupancies: [data] } }),
  )
}

function released(occupancyId: string, spaceIds = [ROOM]) {
  const data = { occupancyId, spaceIds, venueId: VENUE }
  return reservation.publish(tx => emit(tx, spaceReleased, { aggregateId: occupancyId, version: 2, data }))
}

function opened(date: string) {
  return reservation.publish(tx =>
    emit(tx, dateOpened, { aggregateId: `mitaka ${date}`, version: 1, data: { cityId: 'mitaka', date } }),
  )
}

test('M12: a Tuesday has 21 half hours from 10:30, any other day and a holiday Tuesday 24 from 09:00', async () => {
  expect(await dayOf(ROOM, '2024-12-03')).toMatchObject({ open: '10:30', s: 'o'.repeat(21) })
  expect(await dayOf(ROOM, '2024-12-04')).toMatchObject({ open: '09:00', s: 'o'.repeat(24) })
  // 2025-02-11 is 建国記念の日, a Tuesday: the holiday row wins.
  expect(await dayOf(ROOM, '2025-02-11')).toMatchObject({ open: '09:00', s: 'o'.repeat(24) })
})

test('M12: the six closed days have no hours and no letters, the days around them have', async () => {
  const shut = ['2024-12-29', '2024-12-30', '2024-12-31', '2025-01-01', '2025-01-02', '2025-01-03']
  for (const date of shut)
    expect(await dayOf(ROOM, date)).toMatchObject({ d: date, p: '-', open: null, s: '', opensAt: null })
  expect(await dayOf(ROOM, '2024-12-28')).toMatchObject({ open: '09:00' })
  expect(await dayOf(ROOM, '2025-01-04')).toMatchObject({ open: '09:00' })
})

test('M22: a national holiday is marked, whether the hall is open or shut', async () => {
  expect(await dayOf(ROOM, '2025-01-01')).toMatchObject({ p: '-', h: true })
  expect(await dayOf(ROOM, '2025-01-13')).toMatchObject({ open: '09:00', h: true })
  expect(await dayOf(ROOM, '2025-01-14')).not.toHaveProperty('h')
})

test('M13: what is taken in a space is taken in both its listings, and in no other room', async () => {
  await occupied(newId(), { from: '2024-12-05T00:00:00.000Z', to: '2024-12-05T01:30:00.000Z' })
  const taken = `xxx${'o'.repeat(21)}`
  await eventually(async () => expect(await dayOf(ROOM, '2024-12-05')).toMatchObject({ s: taken }))
  expect(await dayOf(PAID, '2024-12-05')).toMatchObject({ s: taken })
  expect(await dayOf(OTHER_ROOM, '2024-12-05')).toMatchObject({ s: 'o'.repeat(24) })
})

test('M13: a hall booked together with its parts blocks each of them', async () => {
  const from = '2024-12-06T02:00:00.000Z'
  await occupied(newId(), { from, to: '2024-12-06T03:00:00.000Z', spaceIds: [ROOM, OTHER_ROOM] })
  const taken = `ooooxx${'o'.repeat(18)}`
  await eventually(async () => expect(await dayOf(OTHER_ROOM, '2024-12-06')).toMatchObject({ s: taken }))
  expect(await dayOf(ROOM, '2024-12-06')).toMatchObject({ s: taken })
})

test('M13: a whole shows what its parts hold, at once and in the kept text; the other half stays free', async () => {
  await bed.call(putVenue, { actor: 'system', venue: demoVenue() })
  expect(await dayOf('hall', '2024-12-06')).toMatchObject({ s: 'o'.repeat(24) })
  const span = { from: '2024-12-06T00:00:00.000Z', to: '2024-12-06T01:00:00.000Z' }
  await occupied(newId(), { ...span, spaceIds: ['hall-a'], venueId: 'kokaido' })
  const taken = `xx${'o'.repeat(22)}`
  await eventually(async () => expect(await dayOf('hall', '2024-12-06')).toMatchObject({ s: taken }))
  expect(await dayOf('hall-a', '2024-12-06')).toMatchObject({ s: taken })
  expect(await dayOf('hall-b', '2024-12-06')).toMatchObject({ s: 'o'.repeat(24) })
})

test('M22, G4, G13: city use and closures show as h, a slot not yet reopened as r', async () => {
  const at = (time: string) => `2024-12-09T${time}:00.000Z`
  await occupied(newId(), { kind: 'city-use', from: at('00:00'), to: at('00:30') })
  await occupied(newId(), { kind: 'closure', from: at('00:30'), to: at('01:00') })
  await occupied(newId(), { kind: 'reopening', from: at('01:00'), to: at('01:30') })
  await occupied(newId(), { kind: 'reservation', from: at('11:30'), to: at('12:00') })
  await eventually(async () =>
    expect(await dayOf(ROOM, '2024-12-09')).toMatchObject({ s: `hhr${'o'.repeat(20)}x` }),
  )
})

test('a closure over days takes every opening hour in between, across the months', async () => {
  await occupied(newId(), {
    kind: 'closure',
    from: '2025-03-30T15:00:00.000Z',
    to: '2025-04-01T03:00:00.000Z',
    spaceIds: [OTHER_ROOM],
  })
  await eventually(async () =>
    expect(await dayOf(OTHER_ROOM, '2025-03-31')).toMatchObject({ s: 'h'.repeat(24) }),
  )
  expect(await dayOf(OTHER_ROOM, '2025-03-30')).toMatchObject({ s: 'o'.repeat(24) })
  expect(await dayOf(OTHER_ROOM, '2025-04-01')).toMatchObject({ s: `hhh${'o'.repeat(18)}` })
})

test('a release frees the slot again; told twice, or replayed, facts change nothing more', async () => {
  const id = newId()
  const slot = { from: '2024-12-10T03:00:00.000Z', to: '2024-12-10T04:00:00.000Z' }
  await occupied(id, slot)
  await eventually(async () => expect((await dayOf(ROOM, '2024-12-10')).s).toContain('x'))
  await released(id)
  await eventually(async () => expect((await dayOf(ROOM, '2024-12-10')).s).not.toContain('x'))
  await occupied(id, slot)
  await released(id)
  await bed.call(replayOutboxOf('reservation'), { since: null })
  const last = newId()
  await occupied(last, { from: '2024-12-10T11:00:00.000Z', to: '2024-12-10T12:00:00.000Z' })
  await eventually(async () => expect((await dayOf(ROOM, '2024-12-10')).s).toBe(`${'o'.repeat(19)}xx`))
})

test('P2: a fact about the end of the calendar is kept, and the calendar goes on answering', async () => {
  await occupied(newId(), {
    kind: 'closure',
    from: '9999-12-31T02:00:00.000Z',
    to: '9999-12-31T03:00:00.000Z',
  })
  await occupied(newId(), { from: '2024-12-14T00:00:00.000Z', to: '2024-12-14T01:00:00.000Z' })
  await bed.quiet(reservation)
  expect((await dayOf(ROOM, '2024-12-14')).s).toMatch(/^xx/)
})

test('a release that arrives before its occupancy still wins', async () => {
  const id = newId()
  await released(id)
  await occupied(id, { from: '2024-12-11T00:00:00.000Z', to: '2024-12-11T01:00:00.000Z' })
  await occupied(newId(), { from: '2024-12-11T11:00:00.000Z', to: '2024-12-11T12:00:00.000Z' })
  await eventually(async () => expect((await dayOf(ROOM, '2024-12-11')).s).toBe(`${'o'.repeat(22)}xx`))
})

test('the tag stays while nothing changed and follows each fact, policy and venue', async () => {
  const first = await ask(ROOM, '2025-05')
  expect(await ask(ROOM, '2025-05')).toEqual(first)
  expect(first.etag).toMatch(/^"[\w-]{22}"$/)

  await occupied(newId(), { from: '2025-05-07T00:00:00.000Z', to: '2025-05-07T01:00:00.000Z' })
  const second = await eventually(async () => {
    const answer = await ask(ROOM, '2025-05')
    expect(answer.etag).not.toBe(first.etag)
    return answer
  })
  expect((await ask(PAID, '2025-05')).etag).not.toBe(second.etag)

  const closures = [...hall.closures, { from: '2025-05-20', to: '2025-05-20', reason: '点検' }]
  await bed.call(putVenue, { actor: 'system', venue: { ...hall, closures } })
  const third = await ask(ROOM, '2025-05')
  expect(third.etag).not.toBe(second.etag)
  await bed.call(putVenue, { actor: 'system', venue: hall })
  expect(await ask(ROOM, '2025-05')).toEqual(second)

  const { policy } = mitaka
  const firstCome = { ...policy.windows.firstCome, opensTime: '08:00' }
  await bed.call(putCity, {
    actor: 'system',
    city: { ...mitaka, policy: { ...policy, windows: { ...policy.windows, firstCome } } },
  })
  expect((await ask(ROOM, '2025-05')).etag).not.toBe(second.etag)
  await bed.call(putCity, { actor: 'system', city: mitaka })
  expect(await ask(ROOM, '2025-05')).toEqual(second)
})

test('M22: a busy month is at most 1.5 KB on the wire and names nobody', async () => {
  for (let day = 1; day <= 28; day += 1) {
    const date = `2025-02-${String(day).padStart(2, '0')}`
    for (const hour of ['01', '03', '06', '09'])
      if ((day * Number(hour)) % 5 !== 0)
        await occupied(newId(), {
          kind: day % 3 === 0 ? 'city-use' : 'reservation',
          from: `${date}T${hour}:00:00.000Z`,
          to: `${date}T${hour}:30:00.000Z`,
        })
  }
  await eventually(async () => expect((await dayOf(ROOM, '2025-02-28')).s).toContain('x'))
  const { body } = await ask(ROOM, '2025-02')
  expect(gzipSync(body).length).toBeLessThan(1_536)
  expect(Object.keys(JSON.parse(body).days[0])).toEqual(['d', 'p', 'open', 's', 'opensAt'])
})

test('an unknown listing is not found; a month more than 14 away is refused', async () => {
  const call = (listingId: string, month: string) => bed.call(getAvailability, { listingId, month })
  expect(await call('nothing', '2024-12')).toEqual({ ok: false, refusal: { code: 'not-found', detail: {} } })
  const tooFar = {
    ok: false,
    refusal: { code: 'month-too-far', detail: { first: '2023-08', last: '2025-12' } },
  }
  expect(await call(ROOM, '2025-12')).toMatchObject({ ok: true })
  expect(await call(ROOM, '2026-01')).toEqual(tooFar)
  expect(await call(ROOM, '2023-07')).toEqual(tooFar)
  expect(await call(ROOM, '0000-01')).toEqual(tooFar)
  expect(await call(ROOM, '9999-12')).toEqual(tooFar)
  await expect(call(ROOM, '2024-13')).rejects.toMatchObject({ kind: 'malformed' })
})

test('M17, M18, M21: the phase of 2024-12-01 changes at its exact instants, and the text with it', async () => {
  const date = '2024-12-01'
  const opensAt = '2024-11-02T22:00:00.000Z'
  const phaseAt = async (instant: string) => {
    await bed.at(instant)
    return dayOf(ROOM, date)
  }
  expect(await phaseAt('2024-10-26T14:59:59.999Z')).toMatchObject({ p: 'b', opensAt })
  expect(await phaseAt('2024-10-26T15:00:00.000Z')).toMatchObject({ p: 'l', opensAt })
  expect(await phaseAt('2024-11-02T14:59:59.999Z')).toMatchObject({ p: 'l', opensAt })
  expect(await phaseAt('2024-11-02T15:00:00.000Z')).toMatchObject({ p: 'd', opensAt })
  await opened(date)
  await opened(date)
  expect(await phaseAt('2024-11-02T21:59:59.999Z')).toMatchObject({ p: 'd', opensAt })
  await bed.at(opensAt)
  await eventually(async () => expect(await dayOf(ROOM, date)).toMatchObject({ p: 'f', opensAt: null }))
  expect(await phaseAt('2024-11-28T14:59:59.999Z')).toMatchObject({ p: 'f' })
  expect(await phaseAt('2024-11-28T15:00:00.000Z')).toMatchObject({ p: 'c', opensAt: null })
})

test('M18: a date whose draw is late is not shown as open until the draw was applied', async () => {
  // 07:00 on the 28th day before 2024-12-27 has passed, but nothing has been told of its draw.
  await bed.at('2024-11-29T03:00:00.000Z')
  expect(await dayOf(ROOM, '2024-12-27')).toMatchObject({ p: 'd', opensAt: null })
  await opened('2024-12-27')
  await eventually(async () => expect(await dayOf(ROOM, '2024-12-27')).toMatchObject({ p: 'f' }))
})

test('two replicas answer alike as soon as a fact is applied by one of them', async () => {
  await startCatalogIn(bed)
  const many = () => Promise.all(Array.from({ length: 40 }, () => ask(ROOM, '2025-06')))
  await many()
  await occupied(newId(), { from: '2025-06-02T00:00:00.000Z', to: '2025-06-02T01:00:00.000Z' })
  await eventually(async () => expect((await dayOf(ROOM, '2025-06-02')).s).toContain('xx'))
  expect(new Set((await many()).map(answer => answer.etag)).size).toBe(1)
})
