import { emit } from '@asaichi/bus/emit.ts'
import { putCity } from '@asaichi/contract/catalog/city.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { getSearchTerms, putVenue, searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { startCatalogBed } from './catalog-bed.ts'
import { sampleSpace, sampleVenue } from './sample-venue.ts'

const VENUES = [
  sampleVenue({
    venueId: 'east',
    cityId: 'town',
    name: '東会館 Ａ-100%',
    area: '東',
    spaces: [
      sampleSpace({
        spaceId: 'east-hall',
        name: 'ホール',
        capacity: 100,
        purposes: ['講演', '音楽'],
        equipment: [{ name: 'ピアノ', count: 1 }],
        parts: ['east-a'],
      }),
      sampleSpace({
        spaceId: 'east-a',
        name: 'ホールA',
        capacity: 50,
        purposes: ['講演'],
        minMinutes: 120,
        equipment: [{ name: '譜面台', count: null }],
      }),
    ],
  }),
  sampleVenue({
    venueId: 'west',
    cityId: 'town',
    name: '西会館_B',
    area: '西',
    spaces: [
      sampleSpace({
        spaceId: 'west-room',
        capacity: 12,
        purposes: ['会議'],
        equipment: [{ name: '黒板', count: 2 }],
      }),
    ],
  }),
  sampleVenue({ venueId: 'today', cityId: 'spontaneous' }),
  sampleVenue({ venueId: 'foreign', cityId: 'other', name: '他市会館', area: '他' }),
]

const bed = await forThisFile(startCatalogBed())
const { reservation, windows } = bed
for (const cityId of ['town', 'other'])
  await bed.call(putCity, { actor: 'system', city: demoCity({ cityId, windows }) })
const untilUse = { ...windows, firstCome: { ...windows.firstCome, closesOfficeDaysBefore: 0 } }
await bed.call(putCity, { actor: 'system', city: demoCity({ cityId: 'spontaneous', windows: untilUse }) })
for (const venue of VENUES) await bed.call(putVenue, { actor: 'system', venue })

const notFound = { ok: false, refusal: { code: 'not-found', detail: {} } }

async function venuesFor(wishes: object) {
  const outcome = await bed.call(searchVenues, { cityId: 'town', ...wishes })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.items.map(venue => venue.venueId)
}

describe('S4: facilities', () => {
  test.each([
    [{}, ['east', 'west']],
    [{ area: '西' }, ['west']],
    [{ purpose: '講演' }, ['east']],
    [{ people: 13 }, ['east']],
    [{ people: 101 }, []],
    [{ equipment: '黒板' }, ['west']],
    [{ equipment: '黒板', purpose: '講演' }, []],
    [{ purpose: '音楽', people: 100, equipment: 'ピアノ' }, ['east']],
    // The hall holds 60 people and hall A has the stands: no room has both.
    [{ people: 60, equipment: '譜面台' }, []],
    [{ people: 50, equipment: '譜面台' }, ['east']],
    [{ text: '会館' }, ['east', 'west']],
    [{ text: 'ホール' }, ['east']],
    [{ text: '他市' }, []],
  ])('%j finds %j', async (wishes, expected) => {
    expect(await venuesFor(wishes)).toEqual(expected)
  })

  test.each([
    ['%', ['east']],
    ['_', ['west']],
    ['\\', []],
    ["' or '1'='1", []],
    ['会館%B', []],
    ['(.*)+$', []],
  ])('A43: the text %j is matched letter by letter', async (text, expected) => {
    expect(await venuesFor({ text })).toEqual(expected)
  })

  test('full-width and half-width letters are one', async () => {
    expect(await venuesFor({ text: 'a-100%' })).toEqual(['east'])
    expect(await venuesFor({ text: 'Ａ－１００' })).toEqual(['east'])
  })

  test('A41: pages follow one another; an endless page or text is malformed', async () => {
    const first = await bed.call(searchVenues, { cityId: 'town', limit: 1 })
    expect(first).toMatchObject({ value: { items: [{ venueId: 'east' }], next: 'east' } })
    const second = await bed.call(searchVenues, { cityId: 'town', limit: 1, after: 'east' })
    expect(second).toMatchObject({ value: { items: [{ venueId: 'west' }], next: null } })
    for (const wishes of [{ limit: 1e9 }, { text: 'あ'.repeat(101) }, { people: 10.5 }, { people: 0 }])
      await expect(bed.call(searchVenues, { cityId: 'town', ...wishes })).rejects.toMatchObject({
        kind: 'malformed',
      })
  })

  test('the search form offers what some room really has', async () => {
    expect(await bed.call(getSearchTerms, { cityId: 'town' })).toEqual({
      ok: true,
      value: {
        purposes: ['会議', '講演', '音楽'].toSorted(),
        areas: ['東', '西'].toSorted(),
        equipment: ['ピアノ', '譜面台', '黒板'].toSorted(),
      },
    })
  })

  test('an unknown city is not found', async () => {
    expect(await bed.call(searchVenues, { cityId: 'atlantis' })).toEqual(notFound)
    expect(await bed.call(getSearchTerms, { cityId: 'atlantis' })).toEqual(notFound)
  })
})

const MORNING = { from: '09:00', to: '12:00' }

type Wishes = Partial<z.input<typeof searchFree.input>> & { readonly from: string }

function search(wishes: Wishes) {
  return bed.call(searchFree, { cityId: 'town', to: wishes.from, band: MORNING, ...wishes })
}

async function freeFor(wishes: Wishes) {
  const outcome = await search(wishes)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.items.map(item => `${item.date} ${item.spaceId} ${item.phase}`)
}

async function occupy(spaceIds: string[], startsAt: string, endsAt: string) {
  const occupancyId = newId()
  const data = { occupancyId, spaceIds, venueId: 'east', kind: 'reservation' as const, startsAt, endsAt }
  await reservation.publish(tx =>
    emit(tx, spacesOccupied, { aggregateId: occupancyId, version: 1, data: { occupancies: [data] } }),
  )
  return occupancyId
}

describe('S6: free rooms', () => {
  test('a free room names its venue, listings, free runs and phase', async () => {
    expect(await search({ from: '2026-12-10', purpose: '音楽' })).toEqual({
      ok: true,
      value: {
        items: [
          {
            date: '2026-12-10',
            venueId: 'east',
            venueName: '東会館 Ａ-100%',
            spaceId: 'east-hall',
            spaceName: 'ホール',
            listingIds: ['east-hall'],
            free: [{ from: '09:00', to: '17:00' }],
            fit: { from: '09:00', to: '12:00' },
            phase: 'first-come',
          },
        ],
        more: false,
        next: null,
        near: [],
        tooLate: null,
      },
    })
  })

  test('by date, then venue, then the venue’s own order; shut days and days past booking are left out', async () => {
    // Use on Dec 3 closed at the end of Dec 1, Dec 4 at the end of Dec 2; Dec 6 is a Sunday.
    expect(await freeFor({ from: '2026-12-02', to: '2026-12-07', people: 60 })).toEqual([
      '2026-12-03 east-hall first-come',
      '2026-12-04 east-hall first-come',
      '2026-12-05 east-hall first-come',
      '2026-12-07 east-hall first-come',
    ])
    expect(await freeFor({ from: '2026-12-10' })).toEqual([
      '2026-12-10 east-hall first-come',
      '2026-12-10 east-a first-come',
      '2026-12-10 west-room first-come',
    ])
    expect(await freeFor({ from: '2026-12-01' })).toEqual([])
    expect(await freeFor({ from: '2027-01-20', area: '西' })).toEqual(['2027-01-20 west-room before'])
  })

  test('by area, people and equipment', async () => {
    expect(await freeFor({ from: '2026-12-10', area: '西' })).toEqual(['2026-12-10 west-room first-come'])
    expect(await freeFor({ from: '2026-12-10', people: 51 })).toEqual(['2026-12-10 east-hall first-come'])
    expect(await freeFor({ from: '2026-12-10', equipment: '黒板' })).toEqual([
      '2026-12-10 west-room first-come',
    ])
  })

  test('the whole band lies inside opening hours and inside one free run at least as long as the shortest use', async () => {
    expect(await freeFor({ from: '2026-12-10', band: { from: '08:30', to: '10:00' } })).toEqual([])
    expect(await freeFor({ from: '2026-12-10', band: { from: '16:00', to: '17:30' } })).toEqual([])
    const released = await occupy(
      ['east-hall', 'east-a'],
      '2026-12-11T01:00:00.000Z',
      '2026-12-11T02:00:00.000Z',
    )
    await eventually(async () => expect(await freeFor({ from: '2026-12-11', area: '東' })).toEqual([]))
    // 09:00–10:00 is left: enough for the hall, too short for hall A with its two hours.
    expect(await freeFor({ from: '2026-12-11', area: '東', band: { from: '09:00', to: '10:00' } })).toEqual([
      '2026-12-11 east-hall first-come',
    ])
    expect(
      await search({ from: '2026-12-11', area: '東', band: { from: '11:00', to: '13:00' } }),
    ).toMatchObject({
      value: {
        items: [
          {
            free: [
              { from: '09:00', to: '10:00' },
              { from: '11:00', to: '17:00' },
            ],
          },
          {},
        ],
      },
    })
    await reservation.publish(tx =>
      emit(tx, spaceReleased, {
        aggregateId: released,
        version: 2,
        data: { occupancyId: released, spaceIds: ['east-hall', 'east-a'], venueId: 'east' },
      }),
    )
    await eventually(async () => expect(await freeFor({ from: '2026-12-11', area: '東' })).toHaveLength(2))
  })

  test('a band that has begun is not offered', async () => {
    // It is noon in Tokyo.
    const today = { from: '2026-12-01', cityId: 'spontaneous' }
    expect(await freeFor({ ...today, band: { from: '12:00', to: '13:00' } })).toEqual([])
    expect(await freeFor({ ...today, band: { from: '12:30', to: '13:00' } })).toEqual([
      '2026-12-01 today-room first-come',
    ])
  })

  test('`more` says that the limit cut the answer short', async () => {
    const span = { from: '2026-12-10', to: '2026-12-30', area: '西' }
    expect(await search({ ...span, limit: 2 })).toMatchObject({
      value: { items: [{}, {}], more: true },
    })
    const all = await search(span)
    expect(all.ok && all.value).toMatchObject({ more: false })
    expect(all.ok && all.value.items.map(item => item.date)).not.toContain('2026-12-13')
  })

  test.each([
    ['A41: from after to', { from: '2026-12-11', to: '2026-12-10' }, { code: 'span-not-valid', detail: {} }],
    [
      'A41: 63 days',
      { from: '2026-12-10', to: '2027-02-10' },
      { code: 'span-too-long', detail: { maxDays: 62 } },
    ],
    [
      'a date no holiday table knows',
      { from: '2051-01-01' },
      { code: 'date-out-of-range', detail: { first: '1970-01-01', last: '2050-12-31' } },
    ],
    [
      'A42: a band off the grid',
      { from: '2026-12-10', band: { from: '09:15', to: '10:00' } },
      { code: 'band-not-valid', detail: { stepMinutes: 30 } },
    ],
    [
      'an empty band',
      { from: '2026-12-10', band: { from: '10:00', to: '10:00' } },
      { code: 'band-not-valid', detail: { stepMinutes: 30 } },
    ],
    ['an unknown city', { from: '2026-12-10', cityId: 'atlantis' }, { code: 'not-found', detail: {} }],
  ])('%s is refused', async (_what, wishes, refusal) => {
    expect(await search(wishes)).toEqual({ ok: false, refusal })
  })

  test('62 days are searched; a date that does not exist is malformed', async () => {
    expect(await search({ from: '2026-12-10', to: '2027-02-09', area: '西' })).toMatchObject({ ok: true })
    for (const wishes of [{ from: '2025-02-30' }, { minutes: 45 }, { minutes: 1470 }, { after: 'east-hall' }])
      await expect(search({ from: '2026-12-10', ...wishes })).rejects.toMatchObject({ kind: 'malformed' })
  })
})
