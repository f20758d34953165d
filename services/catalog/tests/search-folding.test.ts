import { putCity } from '@asaichi/contract/catalog/city.ts'
import { putVenue, searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folded, foldSigns } from '../src/domain/search-text.ts'
import { startCatalogIn } from './catalog-bed.ts'
import { sampleVenue } from './sample-venue.ts'

const WAVES = ['~', '\u301C', '\uFF5E', '\u223C', '\u3030']
const DASHES = [
  '-',
  '\uFF0D',
  '\u2212',
  '\u2010',
  '\u2011',
  '\u2013',
  '\u2014',
  '\u2015',
  '\u2500',
  '\u2501',
  '\u30FC',
]

let bed: Bed
beforeAll(async () => {
  bed = await startBed()
  await startCatalogIn(bed)
  await bed.call(putCity, { actor: 'system', city: demoCity({ cityId: 'town' }) })
  const venues = [
    ...WAVES.map((sign, index) => ({ venueId: `wave-${index}`, name: `会議室１${sign}３` })),
    ...DASHES.map((sign, index) => ({ venueId: `dash-${index}`, name: `Ａ${sign}１棟` })),
    { venueId: 'long-vowel', name: 'プロジェクター2台のセンター' },
  ]
  for (const venue of venues)
    await bed.call(putVenue, { actor: 'system', venue: sampleVenue({ ...venue, cityId: 'town' }) })
})
afterAll(() => bed[Symbol.asyncDispose]())

async function found(text: string): Promise<readonly string[]> {
  const outcome = await bed.call(searchVenues, { cityId: 'town', text })
  return outcome.ok ? outcome.value.items.map(venue => venue.venueId) : expect.unreachable()
}

describe('S4: a search finds what differs by the sign alone', () => {
  test.each(WAVES)('会議室1%s3 finds every wave', async sign => {
    expect(await found(`会議室1${sign}3`)).toEqual(WAVES.map((_, index) => `wave-${index}`).sort())
  })
  test.each(DASHES)('a%s1 finds every dash', async sign => {
    expect(await found(`a${sign}1`)).toEqual(DASHES.map((_, index) => `dash-${index}`).sort())
  })
  test.each(['プロジェクター', 'プロジェクター2', 'センター', 'ｾﾝﾀｰ'])(
    '%s: a long vowel stays a letter',
    async text => {
      expect(await found(text)).toEqual(['long-vowel'])
    },
  )
})

test('S4: SQL folds signs as TypeScript does', async () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...WAVES, ...DASHES, '\u223E', '\u2053', '\u2012', '\u2043', '\u23AF', '\u2796'),
      fc.constantFrom('\u30A0', '\u02D7', '\u058A', 'a', 'Z', '1', '９', 'ア', '、', '\n'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter(one => !one.includes('\0')),
    ),
    maxLength: 30,
  })
  const texts = fc.sample(text, 500)
  const rows = await bed.sql<{ sql: string }>(
    'select catalog.fold_signs(text) as sql from unnest($1::text[]) with ordinality as t(text, nr) order by nr',
    [texts],
  )
  expect(rows.map(row => row.sql)).toEqual(texts.map(foldSigns))
})

test('S4: folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      fc.pre(text.normalize('NFKC').toLowerCase() === text.normalize('NFKC').toLowerCase().normalize('NFKC'))
      expect(folded(folded(text))).toBe(folded(text))
    }),
  )
})
