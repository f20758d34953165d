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
    expectWritten(city, ['name'])
    expectWritten(city.office, ['name', 'hours'])
    for (const link of city.links) expectWritten(link, ['title'])
  },
)

test.each([...mitakaFile.venues, ...sapporoFile.venues])(
  'V7: so are $name, its rooms and its doors',
  venue => {
    expect(Venue.parse(venue)).toEqual(venue)
    expectWritten(venue, ['name', 'pitch', 'text'])
    for (const door of venue.doors) expectWritten(door, ['name'])
    for (const space of venue.spaces) {
      expectWritten(space, ['name'])
      for (const listing of space.listings) expectWritten(listing, ['name'])
    }
  },
)

test.each([...mitakaNotices, ...sapporoNotices])('V7: the notice $title is written in all three', notice => {
  expectWritten(notice, ['title', 'body'])
})

function expectWritten({ translations }: Translated, fields: readonly string[]): void {
  const words = Object.fromEntries(fields.map(field => [field, expect.stringMatching(/./)]))
  const english = Object.fromEntries(fields.map(field => [field, expect.stringMatching(/^[\x20-\x7e–’]+$/)]))
  expect(translations).toMatchObject({ 'ja-easy': words, en: english })
}
