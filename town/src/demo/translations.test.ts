import { City } from '@asaichi/contract/catalog/city.ts'
import { Venue } from '@asaichi/contract/catalog/venue.ts'
import { expect, test } from 'vitest'
import { mitakaFile, mitakaNotices } from './mitaka.ts'
import { sapporoFile } from './sapporo.ts'
import { sapporoNotices } from './sapporo-notices.ts'

type Translated = { readonly translations?: unknown }

test.each([mitakaFile.city, sapporoFile.city])(
  'V7: $name, its office and its links are named in all three languages',
  city => {
    expect(City.parse(city)).toEqual(city)
    expectWritten(city, ['name', 'termsText', 'privacyText'])
    expectWritten(city.office, ['name', 'hours'])
    for (const link of city.links) expectWritten(link, ['title'])
  },
)

test.each([...mitakaFile.venues, ...sapporoFile.venues])(
  'V7: so are $name, its rooms and its doors',
  venue => {
    expect(Venue.parse(venue)).toEqual(venue)
    expectWritten(venue, ['name', 'pitch', 'text', 'address', 'feeRule', ...ifGiven(venue, 'station')])
    for (const door of venue.doors) expectWritten(door, ['name'])
    for (const space of venue.spaces) {
      expectWritten(space, [
        'name',
        ...ifGiven(space, 'floor'),
        ...ifGiven(space, 'foodRule'),
        ...ifGiven(space, 'tidyRule'),
      ])
      for (const listing of space.listings) expectWritten(listing, ['name', ...ifGiven(listing, 'termsText')])
    }
  },
)

test.each([...mitakaNotices, ...sapporoNotices])('V7: the notice $title is written in all three', notice => {
  expectWritten(notice, ['title', 'body'])
})

test.each([mitakaFile, sapporoFile])(
  'V7: every word in kanji has its reading behind it',
  ({ city, venues }) => {
    const easy = [city, city.office, ...city.links, ...venues, ...venues.flatMap(partsOf)].flatMap(one =>
      Object.values(one.translations?.['ja-easy'] ?? {}).map(String),
    )
    expect(easy.length).toBeGreaterThan(20)
    // A name may have one reading behind the whole of it.
    const words = easy.filter(
      text => !/^[^（）]+（[\p{Script=Hiragana}\p{Script=Katakana}ー ]+）$/u.test(text),
    )
    for (const text of words) expect(text).not.toMatch(/\p{Script=Han}(?![\p{Script=Han}（])/u)
  },
)

function partsOf({ spaces, doors }: Venue) {
  return [...spaces, ...doors, ...spaces.flatMap(({ listings }) => listings)]
}

function ifGiven<F extends string>(of: { readonly [_ in F]: string | null }, field: F): readonly F[] {
  return of[field] === null ? [] : [field]
}

function expectWritten({ translations }: Translated, fields: readonly string[]): void {
  const words = Object.fromEntries(fields.map(field => [field, expect.stringMatching(/./)]))
  const english = Object.fromEntries(
    fields.map(field => [field, expect.stringMatching(/^[\n\x20-\x7e–’“”]+$/)]),
  )
  expect(translations).toMatchObject({ 'ja-easy': words, en: english })
}
