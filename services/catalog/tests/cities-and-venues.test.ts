import { cityChanged, getCity, listCities, putCity } from '@asaichi/contract/catalog/city.ts'
import {
  getVenue,
  putVenue,
  type Venue,
  type VenueOption,
  venueChanged,
} from '@asaichi/contract/catalog/venue.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { describe, expect, test } from 'vitest'
import { startCatalogIn } from './catalog-bed.ts'
import { recordedVersions } from './recorded-versions.ts'
import { adminOf, sampleSpace, sampleVenue } from './sample-venue.ts'

const actor = 'system'
const bed = await forThisFile(startBed())
await startCatalogIn(bed)
for (const cityId of ['mitaka', 'sapporo']) await putNewCity(cityId)

function putNewCity(cityId: string) {
  return bed.call(putCity, { actor, city: demoCity({ cityId }) })
}

function put(venue: Venue) {
  return bed.call(putVenue, { actor, venue })
}

function option(differences: Partial<VenueOption> = {}): VenueOption {
  return { optionId: 'stage', name: '移動ステージ', yen: 1000, stock: 1, note: null, ...differences }
}

function refused(code: string, detail: object = {}) {
  return { ok: false, refusal: { code, detail } }
}

describe('cities', () => {
  test('a city put is listed, found and told with its version', async () => {
    const city = demoCity({ cityId: 'put-city' })
    expect(await bed.call(putCity, { actor, city })).toEqual({ ok: true, value: { version: 1 } })
    expect(await bed.call(getCity, { cityId: 'put-city' })).toEqual({ ok: true, value: city })
    const listed = await bed.call(listCities, {})
    expect(listed.ok && listed.value.items.map(each => each.cityId)).toContain('put-city')
    expect(await bed.facts.waitFor(cityChanged, fact => fact.city.cityId === 'put-city')).toEqual({
      city,
      version: 1,
    })
  })

  test('the same city again changes nothing and tells nothing; another document is the next version', async () => {
    await putNewCity('same-city')
    expect(await putNewCity('same-city')).toEqual({ ok: true, value: { version: 1 } })
    const renamed = { ...demoCity({ cityId: 'same-city' }), name: '新しい名' }
    expect(await bed.call(putCity, { actor, city: renamed })).toEqual({ ok: true, value: { version: 2 } })
    await bed.facts.waitFor(cityChanged, fact => fact.city.name === '新しい名')
    expect(await recordedVersions(bed, cityChanged, 'same-city')).toEqual([1, 2])
  })

  test('two admins who put different documents at once both get a version of their own', async () => {
    await putNewCity('raced-city')
    const answers = await Promise.all(
      ['甲', '乙'].map(name =>
        bed.call(putCity, {
          actor: adminOf('raced-city'),
          city: { ...demoCity({ cityId: 'raced-city' }), name },
        }),
      ),
    )
    expect(new Set(answers.map(answer => answer.ok && answer.value.version))).toEqual(new Set([2, 3]))
  })

  test.each([
    ['a resident', adminOf('mitaka', 'resident')],
    ['staff', adminOf('mitaka', 'staff')],
    ['another city’s admin', adminOf('sapporo')],
  ])('%s may not put a city', async (_who, someone) => {
    const city = { ...demoCity({ cityId: 'mitaka' }), name: '乗っ取り' }
    expect(await bed.call(putCity, { actor: someone, city })).toEqual(refused('not-allowed'))
    expect(await bed.call(getCity, { cityId: 'mitaka' })).toMatchObject({ value: { name: '試験市' } })
  })

  test('an unknown city is not found', async () => {
    expect(await bed.call(getCity, { cityId: 'atlantis' })).toEqual(refused('not-found'))
  })

  test.each([
    ['entries close before they open', { opensDaysBefore: 28, closesDaysBefore: 29, drawDaysBefore: 27 }],
    ['the draw is on a day of entries', { opensDaysBefore: 35, closesDaysBefore: 28, drawDaysBefore: 28 }],
  ])('M17, M18: a policy in which %s is malformed', async (_what, days) => {
    const city = demoCity({ cityId: 'twisted' })
    const lottery = { kind: 'rolling' as const, drawTime: '07:00', ...days }
    const policy = { ...city.policy, windows: { ...city.policy.windows, lottery } }
    await expect(bed.call(putCity, { actor, city: { ...city, policy } })).rejects.toMatchObject({
      kind: 'malformed',
    })
  })

  test('M21: office closures that leave no office day are malformed', async () => {
    const city = demoCity({ cityId: 'twisted' })
    const windows = { ...city.policy.windows, officeClosures: [{ from: '01-01', to: '12-31' }] }
    await expect(
      bed.call(putCity, { actor, city: { ...city, policy: { ...city.policy, windows } } }),
    ).rejects.toMatchObject({ kind: 'malformed' })
  })

  test('A44: a link that is not a web address is malformed', async () => {
    const links = [{ title: '罠', url: 'javascript:alert(1)' }]
    await expect(
      bed.call(putCity, { actor, city: { ...demoCity({ cityId: 'twisted' }), links } }),
    ).rejects.toMatchObject({ kind: 'malformed' })
  })
})

describe('venues', () => {
  test('M10: a venue put is found and told; the same again changes nothing', async () => {
    const venue = sampleVenue({ venueId: 'put-venue', cityId: 'mitaka' })
    expect(await bed.call(putVenue, { actor: adminOf('mitaka'), venue })).toEqual({
      ok: true,
      value: { version: 1 },
    })
    expect(await put(venue)).toEqual({ ok: true, value: { version: 1 } })
    expect(await put({ ...venue, name: '改名後' })).toEqual({ ok: true, value: { version: 2 } })
    expect(await bed.call(getVenue, { venueId: 'put-venue' })).toEqual({
      ok: true,
      value: { ...venue, name: '改名後' },
    })
    await bed.facts.waitFor(venueChanged, fact => fact.venue.name === '改名後')
    expect(await recordedVersions(bed, venueChanged, 'put-venue')).toEqual([1, 2])
  })

  test('A44: a description with markup is kept as the text it is', async () => {
    const text = '<script>alert(1)</script> & <svg onload=x>'
    await put(sampleVenue({ venueId: 'markup', cityId: 'mitaka', text }))
    expect(await bed.call(getVenue, { venueId: 'markup' })).toMatchObject({ value: { text } })
  })

  test.each([
    ['a resident', adminOf('mitaka', 'resident')],
    ['staff', adminOf('mitaka', 'staff')],
    ['another city’s admin', adminOf('sapporo')],
  ])('%s may not put a venue', async (_who, someone) => {
    const venue = sampleVenue({ venueId: 'forbidden', cityId: 'mitaka' })
    expect(await bed.call(putVenue, { actor: someone, venue })).toEqual(refused('not-allowed'))
    expect(await bed.call(getVenue, { venueId: 'forbidden' })).toEqual(refused('not-found'))
  })

  test('a venue of an unknown city is refused', async () => {
    expect(await put(sampleVenue({ venueId: 'lost', cityId: 'atlantis' }))).toEqual(refused('unknown-city'))
  })

  test('M13: a part must be a space of the venue, and nothing is part of itself', async () => {
    const venue = { venueId: 'parts', cityId: 'mitaka' }
    const a = sampleSpace({ spaceId: 'parts-a', parts: ['elsewhere'] })
    expect(await put(sampleVenue({ ...venue, spaces: [a] }))).toEqual(
      refused('unknown-part', { spaceId: 'elsewhere' }),
    )
    const circle = [
      sampleSpace({ spaceId: 'parts-a', parts: ['parts-b'] }),
      sampleSpace({ spaceId: 'parts-b', parts: ['parts-a'] }),
    ]
    expect(await put(sampleVenue({ ...venue, spaces: circle }))).toEqual(
      refused('part-of-itself', { spaceId: 'parts-a' }),
    )
  })

  test('a door opens spaces of its venue only', async () => {
    const doors = [{ lockId: 'stray', name: '裏口', opens: ['elsewhere'] }]
    expect(await put(sampleVenue({ venueId: 'doors', cityId: 'mitaka', doors }))).toEqual(
      refused('door-to-unknown-space', { lockId: 'stray', spaceId: 'elsewhere' }),
    )
  })

  test('G10: an option is for rooms of its venue, and its id stands once', async () => {
    const venue = { venueId: 'options', cityId: 'mitaka' }
    const projector = option({ optionId: 'projector', spaceIds: ['options-room'] })
    const twice = [projector, option({ optionId: 'projector' })]
    expect(await put(sampleVenue({ ...venue, options: twice }))).toEqual(
      refused('id-taken', { kind: 'option', id: 'projector' }),
    )
    expect(await put(sampleVenue({ ...venue, options: [option({ spaceIds: ['elsewhere'] })] }))).toEqual(
      refused('option-for-unknown-space', { optionId: 'stage', spaceId: 'elsewhere' }),
    )
    const whole = sampleVenue({ ...venue, options: [projector, option()] })
    expect(await put(whole)).toMatchObject({ ok: true })
    expect(await bed.call(getVenue, { venueId: 'options' })).toEqual({ ok: true, value: whole })
    const { options: _, ...without } = whole
    expect(await put(without)).toMatchObject({ ok: true })
    expect(await bed.call(getVenue, { venueId: 'options' })).toEqual({ ok: true, value: without })
  })

  test.each([
    ['no name', { name: '' }],
    ['a name that fills the page', { name: '幕'.repeat(61) }],
    ['a fee below nothing', { yen: -1 }],
    ['a fee that no bill can hold', { yen: 100_001 }],
    ['half a yen', { yen: 0.5 }],
    ['less than none of it', { stock: -1 }],
    ['more of it than anybody counts', { stock: 1000 }],
    ['an id that is no id', { optionId: 'Projector 1' }],
  ])('G10: an option with %s is malformed', async (_, wrong) => {
    const options = [option(wrong)]
    await expect(put(sampleVenue({ venueId: 'bad-option', cityId: 'mitaka', options }))).rejects.toThrow(
      'malformed',
    )
  })

  test('ids of spaces, listings and locks belong to one venue, and a venue to one city', async () => {
    const door = { lockId: 'claim-lock', name: '玄関', opens: [] }
    const first = sampleVenue({
      venueId: 'claim-1',
      cityId: 'mitaka',
      spaces: [
        sampleSpace({
          spaceId: 'claim-space',
          listings: [
            { listingId: 'claim-listing', name: '部屋', use: 'free', yenPerStep: 0, termsText: null },
          ],
        }),
      ],
      doors: [door],
    })
    await put(first)
    const second = sampleVenue({ venueId: 'claim-2', cityId: 'mitaka' })
    const [room] = first.spaces
    const withSpace = {
      ...second,
      spaces: [sampleSpace({ spaceId: 'claim-space', listings: [offer('other')] })],
    }
    const withListing = {
      ...second,
      spaces: [sampleSpace({ spaceId: 'own', listings: room?.listings ?? [] })],
    }
    expect(await put(withSpace)).toEqual(refused('id-taken', { kind: 'space', id: 'claim-space' }))
    expect(await put(withListing)).toEqual(refused('id-taken', { kind: 'listing', id: 'claim-listing' }))
    expect(await put({ ...second, doors: [door] })).toEqual(
      refused('id-taken', { kind: 'lock', id: 'claim-lock' }),
    )
    expect(await put({ ...first, cityId: 'sapporo' })).toEqual(
      refused('id-taken', { kind: 'venue', id: 'claim-1' }),
    )
    expect(
      await put({
        ...second,
        doors: [
          { ...door, lockId: 'twice' },
          { ...door, lockId: 'twice' },
        ],
      }),
    ).toEqual(refused('id-taken', { kind: 'lock', id: 'twice' }))
    expect(await bed.call(getVenue, { venueId: 'claim-2' })).toEqual(refused('not-found'))
  })

  test('an id a venue gave up is free for another', async () => {
    const venue = sampleVenue({
      venueId: 'giver',
      cityId: 'mitaka',
      spaces: [sampleSpace({ spaceId: 'given' })],
    })
    await put(venue)
    await put({ ...venue, spaces: [sampleSpace({ spaceId: 'kept' })] })
    expect(
      await put(
        sampleVenue({ venueId: 'taker', cityId: 'mitaka', spaces: [sampleSpace({ spaceId: 'given' })] }),
      ),
    ).toEqual({ ok: true, value: { version: 1 } })
  })

  test('of two venues that claim one id at once, one is written and the other refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const space = sampleSpace({ spaceId: `raced-${round}` })
      const answers = await Promise.all(
        ['x', 'y'].map(name =>
          put(sampleVenue({ venueId: `raced-${name}-${round}`, cityId: 'mitaka', spaces: [space] })),
        ),
      )
      expect(answers.map(answer => (answer.ok ? 'written' : answer.refusal.code)).toSorted()).toEqual([
        'id-taken',
        'written',
      ])
    }
  })

  test('two puts of one venue at once become two versions, told in their order', async () => {
    const venue = sampleVenue({ venueId: 'twice-put', cityId: 'mitaka' })
    await put(venue)
    const answers = await Promise.all(['甲', '乙'].map(name => put({ ...venue, name })))
    expect(new Set(answers.map(answer => answer.ok && answer.value.version))).toEqual(new Set([2, 3]))
    expect(await recordedVersions(bed, venueChanged, 'twice-put')).toEqual([1, 2, 3])
  })

  test.each<[string, Misfit]>([
    ['hours off the grid', { hours: { opens: '09:15', closes: '17:00' } }],
    ['hours that end before they begin', { hours: { opens: '17:00', closes: '09:00' } }],
    ['a capacity of 0', { capacity: 0 }],
    ['half a person', { capacity: 10.5 }],
    ['a shortest use off the grid', { minMinutes: 45 }],
    ['a closure that ends before it begins', { closure: { from: '2026-12-02', to: '2026-12-01' } }],
    ['a closure on a day that does not exist', { closure: { from: '2025-02-30', to: '2025-02-30' } }],
  ])('a venue with %s is malformed', async (_what, { hours, capacity, minMinutes, closure }) => {
    const venue = sampleVenue({ venueId: 'malformed', cityId: 'mitaka' })
    const space = sampleSpace({
      spaceId: 'malformed',
      capacity: capacity ?? 20,
      minMinutes: minMinutes ?? 30,
    })
    await expect(
      put({
        ...venue,
        hours: { ...venue.hours, tue: hours ?? 'closed' },
        closures: closure ? [{ ...closure, reason: '' }] : [],
        spaces: [space],
      }),
    ).rejects.toMatchObject({ kind: 'malformed' })
  })
})

function offer(listingId: string) {
  return { listingId, name: '部屋', use: 'free' as const, yenPerStep: 0, termsText: null }
}

type Misfit = {
  readonly hours?: { readonly opens: string; readonly closes: string }
  readonly capacity?: number
  readonly minMinutes?: number
  readonly closure?: { readonly from: string; readonly to: string }
}
