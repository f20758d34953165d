import { type Actor, Role } from '@asaichi/contract/actor.ts'
import { getCity, putCity } from '@asaichi/contract/catalog/city.ts'
import { applyCity } from '@asaichi/contract/catalog/city-file.ts'
import { getListing } from '@asaichi/contract/catalog/listings.ts'
import { ServiceStop } from '@asaichi/contract/catalog/service-stop.ts'
import * as settings from '@asaichi/contract/catalog/settings.ts'
import { getVenue, putVenue, venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { startCatalogBed } from './catalog-bed.ts'

const bed = await forThisFile(startCatalogBed())
const cityId = 'mitaka'
const admin: Actor = { personId: newId(), role: 'admin', cityId }
const other: Actor = { personId: newId(), role: 'admin', cityId }
const city = demoCity({ cityId })
const hall = demoVenue({ cityId })
const { venueId } = hall
const YEAR_END = {
  from: '2026-12-29',
  fromTime: '00:00',
  to: '2027-01-03',
  toTime: '24:00',
  text: '年末年始',
}

const citySettings = async () => valueOf(await bed.call(settings.getCitySettings, { actor: admin, cityId }))
const venueSettings = async () =>
  valueOf(await bed.call(settings.getVenueSettings, { actor: admin, cityId, venueId }))
const changes = async () =>
  valueOf(await bed.call(settings.listChanges, { actor: admin, cityId, limit: 5 })).items

beforeEach(async () => {
  valueOf(await bed.call(putCity, { actor: 'system', city }))
  valueOf(await bed.call(putVenue, { actor: 'system', venue: hall }))
})

describe('T7: an admin sets the city', () => {
  test('from the version that was read, and the history says who changed what', async () => {
    const { version, city: read } = await citySettings()
    const wanted = { ...read, name: '新試験市', policy: { ...read.policy, codeDigits: 8 } }
    const revised = valueOf(
      await bed.call(settings.reviseCity, { actor: admin, city: wanted, expectedVersion: version }),
    )
    const expected = [
      { path: 'name', before: '"試験市"', after: '"新試験市"' },
      { path: 'policy.codeDigits', before: '6', after: '8' },
    ]
    expect(revised).toMatchObject({ version: version + 1, changes: expected })
    expect(valueOf(await bed.call(getCity, { cityId }))).toEqual(wanted)
    const [newest] = await changes()
    expect(newest).toMatchObject({
      by: admin.personId,
      kind: 'city',
      version: version + 1,
      changes: expected,
    })
  })

  test('of two editors the second is told, and nothing is overwritten', async () => {
    const { version } = await citySettings()
    const put = (actor: Actor, name: string) =>
      bed.call(settings.reviseCity, { actor, city: { ...city, name }, expectedVersion: version })
    const both = await Promise.all([put(admin, '一番市'), put(other, '二番市')])
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'version-changed'])
    const first = both[0].ok ? '一番市' : '二番市'
    expect((await citySettings()).city.name).toBe(first)
  })

  test('S10, M17: a preview says what a use date would mean, and puts nothing', async () => {
    const { version } = await citySettings()
    const lottery = {
      kind: 'rolling',
      opensDaysBefore: 35,
      closesDaysBefore: 29,
      drawDaysBefore: 28,
      drawTime: '07:00',
    } as const
    const wanted = { ...city, policy: { ...city.policy, windows: { ...city.policy.windows, lottery } } }
    const asked = { actor: admin, city: wanted, expectedVersion: version, dryRun: true, onDate: '2027-02-14' }
    expect(valueOf(await bed.call(settings.reviseCity, asked)).onDate).toMatchObject({
      date: '2027-02-14',
      lottery: {
        opensAt: '2027-01-09T15:00:00.000Z',
        closesAt: '2027-01-16T15:00:00.000Z',
        drawAt: '2027-01-16T22:00:00.000Z',
      },
    })
    expect(await citySettings()).toEqual({ city, version })
  })

  test('G14: a stop is shown on a real date: what nobody can apply in, and that the draw goes on', async () => {
    const { version } = await citySettings()
    const wanted = { ...city, policy: { ...city.policy, serviceStops: [YEAR_END] } }
    const on = async (onDate: string) => {
      const asked = { actor: admin, city: wanted, expectedVersion: version, dryRun: true, onDate }
      return valueOf(await bed.call(settings.reviseCity, asked)).onDate?.stops
    }
    const span = { stoppedFrom: '2026-12-28T15:00:00.000Z', stoppedUntil: '2027-01-03T15:00:00.000Z' }
    expect(await on('2027-02-02')).toEqual([{ ...span, overDraw: false }])
    expect(await on('2027-01-28')).toEqual([{ ...span, overDraw: true }])
    expect(await on('2027-03-14')).toEqual([])
  })

  test.each([
    ['ends before it begins', { to: '2026-12-28' }],
    ['ends when it begins', { to: '2026-12-29', toTime: '00:00' }],
    ['lasts longer than 92 days', { to: '2027-04-01' }],
    ['says nothing', { text: ' ' }],
  ])('G14: a stop that %s is refused', (_, wrong) => {
    expect(ServiceStop.safeParse(YEAR_END).success).toBe(true)
    expect(ServiceStop.safeParse({ ...YEAR_END, ...wrong }).success).toBe(false)
  })

  test('what is already so is no change, and the history stays as it is', async () => {
    const { version } = await citySettings()
    const before = await changes()
    expect(
      valueOf(await bed.call(settings.reviseCity, { actor: admin, city, expectedVersion: version })),
    ).toMatchObject({
      version,
      changes: [],
    })
    expect(await changes()).toEqual(before)
  })
})

describe('T7: an admin sets a venue', () => {
  test('a new room is there for everybody in the moment it is saved', async () => {
    const { version, venue } = await venueSettings()
    const room = demoSpace({
      spaceId: 'nikai',
      name: '2階和室',
      listings: [{ ...firstListing(venue), listingId: 'nikai-free' }],
    })
    const wanted = { ...venue, spaces: [...venue.spaces, room] }
    const revised = await bed.call(settings.reviseVenue, {
      actor: admin,
      venue: wanted,
      expectedVersion: version,
    })
    expect(valueOf(revised)).toMatchObject({ version: version + 1 })
    expect(codeOf(await bed.call(getListing, { listingId: 'nikai-free' }))).toBe('done')
    await bed.facts.waitFor(venueChanged, fact => fact.version === version + 1)
  })

  test('a new venue must be new, and one that is there is not put over', async () => {
    const venue = demoVenue({
      cityId,
      venueId: 'minami',
      doors: [],
      spaces: [
        demoSpace({
          spaceId: 'minami-1',
          name: '会議室',
          listings: [{ ...firstListing(hall), listingId: 'minami-1' }],
        }),
      ],
    })
    const put = (expectedVersion: number | null) =>
      bed.call(settings.reviseVenue, { actor: admin, venue, expectedVersion })
    expect(codeOf(await put(1))).toBe('not-found')
    expect(codeOf(await put(null))).toBe('done')
    expect(codeOf(await put(null))).toBe('version-changed')
  })

  test('a dry run finds what is wrong and puts nothing', async () => {
    const { version, venue } = await venueSettings()
    const [space, ...rest] = venue.spaces
    if (!space) throw new Error('no room')
    const asked = (spaces: typeof venue.spaces) =>
      bed.call(settings.reviseVenue, {
        actor: admin,
        venue: { ...venue, spaces },
        expectedVersion: version,
        dryRun: true,
      })
    expect(codeOf(await asked([{ ...space, parts: ['nowhere'] }, ...rest]))).toBe('unknown-part')
    expect(valueOf(await asked([{ ...space, capacity: space.capacity + 1 }, ...rest])).changes).toHaveLength(
      1,
    )
    expect(valueOf(await bed.call(getVenue, { venueId }))).toEqual(venue)
  })
})

test('H2: neither staff, residents, operators nor another city’s admins read or change settings', async () => {
  const { version } = await citySettings()
  const strangers: Actor[] = [
    ...Role.exclude(['admin']).options.map(role => ({ ...admin, role })),
    { ...admin, cityId: 'sapporo' },
  ]
  for (const actor of strangers) {
    expect(codeOf(await bed.call(settings.getCitySettings, { actor, cityId }))).toBe('not-found')
    expect(codeOf(await bed.call(settings.reviseCity, { actor, city, expectedVersion: version }))).toBe(
      'not-found',
    )
    expect(codeOf(await bed.call(settings.getVenueSettings, { actor, cityId, venueId }))).toBe('not-found')
    expect(codeOf(await bed.call(settings.reviseVenue, { actor, venue: hall, expectedVersion: 1 }))).toBe(
      'not-found',
    )
    expect(codeOf(await bed.call(settings.listChanges, { actor, cityId }))).toBe('not-found')
  }
})

test('T7: what a file changes stands in the history under nobody’s name', async () => {
  const { cityId: _, ...venue } = { ...hall, name: '新しい会館' }
  valueOf(await bed.call(applyCity, { city, venues: [venue], dryRun: false }))
  expect((await changes())[0]).toMatchObject({ by: null, kind: 'venue', id: venueId })
})

function firstListing(venue: typeof hall) {
  const listing = venue.spaces[0]?.listings[0]
  if (!listing) throw new Error('no listing')
  return listing
}
