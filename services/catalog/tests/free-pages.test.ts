import { emit } from '@asaichi/bus/emit.ts'
import { putCity } from '@asaichi/contract/catalog/city.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { putVenue } from '@asaichi/contract/catalog/venue.ts'
import { spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { startCatalogBed } from './catalog-bed.ts'
import { sampleSpace, sampleVenue } from './sample-venue.ts'

const EAST = sampleVenue({
  venueId: 'east',
  cityId: 'town',
  area: '東',
  spaces: [
    sampleSpace({ spaceId: 'east-hall', capacity: 100, parts: ['east-a'] }),
    sampleSpace({ spaceId: 'east-a', capacity: 50, minMinutes: 120 }),
  ],
})
const WEST = sampleVenue({ venueId: 'west', cityId: 'town', area: '西' })

const bed = await forThisFile(startCatalogBed())
const { reservation, windows } = bed
await bed.call(putCity, { actor: 'system', city: demoCity({ cityId: 'town', windows }) })
for (const venue of [EAST, WEST]) await bed.call(putVenue, { actor: 'system', venue })

test('S6: pages follow one another in one order, and each room is told once', async () => {
  const span = { from: '2026-12-10', to: '2026-12-20', minutes: 60 }
  const whole = await pageOf({ ...span, limit: 100 })
  expect(whole.next).toBeNull()
  const told: string[] = []
  let after: string | undefined
  // A cursor that led nowhere would turn for ever.
  for (let pages = 0; pages <= whole.items.length; pages++) {
    const page = await pageOf({ ...span, limit: 4, after })
    told.push(...page.items.map(keyOf))
    expect(page.more).toBe(page.next !== null)
    if (page.next === null) break
    after = page.next
  }
  expect(told).toEqual(whole.items.map(keyOf))
  expect(new Set(told).size).toBe(told.length)
})

test('S6: a length in a band is found where the whole band is not free, and another time of the day stands near', async () => {
  await occupied({
    spaceIds: ['east-hall', 'east-a'],
    from: '2026-12-14T06:00:00.000Z',
    to: '2026-12-14T08:00:00.000Z',
  })
  const day = { from: '2026-12-14', area: '東', people: 60 }
  const afternoon = { from: '13:00', to: '17:00' }
  await eventually(async () => expect((await pageOf({ ...day, band: afternoon })).items).toEqual([]))
  const twoHours = await pageOf({ ...day, band: afternoon, minutes: 120 })
  expect(twoHours.items.map(({ fit }) => fit)).toEqual([{ from: '13:00', to: '15:00' }])
  const threeHours = await pageOf({ ...day, band: afternoon, minutes: 180 })
  expect(threeHours).toMatchObject({ items: [], near: [{ fit: { from: '12:00', to: '15:00' } }] })
  expect(await pageOf({ ...day, band: undefined, minutes: 360 })).toMatchObject({
    items: [{ fit: { from: '09:00', to: '15:00' } }],
  })
})

test('S6: the days for which booking is over are named', async () => {
  expect(await pageOf({ from: '2026-12-01', to: '2026-12-05' })).toMatchObject({
    tooLate: { first: '2026-12-01', last: '2026-12-02' },
  })
  expect(await pageOf({ from: '2026-12-10' })).toMatchObject({ tooLate: null })
})

test('S6: what is kept in memory is left as soon as a venue is written anew', async () => {
  const day = { from: '2026-12-15', area: '西', minutes: 60, band: undefined }
  expect(await pageOf(day)).toMatchObject({ items: [{ free: [{ from: '09:00', to: '17:00' }] }] })
  const shut = { ...WEST, hours: { ...WEST.hours, tue: { opens: '10:30', closes: '17:00' } } }
  await bed.call(putVenue, { actor: 'system', venue: shut })
  expect(await pageOf(day)).toMatchObject({ items: [{ free: [{ from: '10:30', to: '17:00' }] }] })
})

type Wishes = Partial<z.input<typeof searchFree.input>> & { readonly from: string }

async function pageOf(wishes: Wishes) {
  const outcome = await bed.call(searchFree, { cityId: 'town', to: wishes.from, ...wishes })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

function keyOf({ date, spaceId }: { readonly date: string; readonly spaceId: string }): string {
  return `${date} ${spaceId}`
}

async function occupied(what: { readonly spaceIds: string[]; readonly from: string; readonly to: string }) {
  const occupancyId = newId()
  const { spaceIds, from: startsAt, to: endsAt } = what
  const data = { occupancyId, spaceIds, venueId: 'east', kind: 'reservation' as const, startsAt, endsAt }
  await reservation.publish(tx =>
    emit(tx, spacesOccupied, { aggregateId: occupancyId, version: 1, data: { occupancies: [data] } }),
  )
}
