import { putCity } from '@asaichi/contract/catalog/city.ts'
import { addFavourite, listFavourites } from '@asaichi/contract/catalog/favourites.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { listNotices } from '@asaichi/contract/catalog/notices.ts'
import { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import { putVenue } from '@asaichi/contract/catalog/venue.ts'
import { getBoard, getVenueDay } from '@asaichi/contract/catalog/venue-day.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { inokashiraTobu, mitaka } from '@asaichi/town/demo/mitaka.ts'
import { expect, test } from 'vitest'
import { startCatalogIn } from './catalog-bed.ts'
import { adminOf } from './sample-venue.ts'

const { venueId, cityId } = inokashiraTobu
const VENUE = {
  'ja-easy': { name: '井の頭東部地区公会堂（いのかしら とうぶ ちく こうかいどう）' },
  en: { name: 'Inokashira Tobu Community Hall' },
}
const WASHITSU = {
  'ja-easy': { name: '2階（かい） 和室（わしつ）' },
  en: { name: 'Japanese-style room (2F)' },
}

const bed = await forThisFile(startBed())
await bed.at('2026-12-01T00:00:00.000Z')
await startCatalogIn(bed)
await bed.call(putCity, { actor: 'system', city: mitaka })
await bed.call(putVenue, { actor: 'system', venue: inokashiraTobu })

test('V7: a free room is named in every language', async () => {
  const asked = { cityId, from: '2026-12-10', to: '2026-12-10', band: { from: '09:00', to: '12:00' } }
  const found = await bed.call(searchFree, { ...asked, purpose: '茶道・華道' })
  expect(found).toMatchObject({
    value: { items: [{ venueTranslations: VENUE, spaceTranslations: WASHITSU }] },
  })
  expect(JSON.stringify(found)).not.toContain('two-storey')
})

test('V7: so are the venue, its rooms and what they are let as on a day, and on the wall', async () => {
  expect(await bed.call(getVenueDay, { venueId, date: '2026-12-10' })).toMatchObject({
    value: {
      venueTranslations: VENUE,
      rooms: [{}, { translations: WASHITSU, listings: [{ translations: WASHITSU }, {}] }],
    },
  })
  expect(await bed.call(getBoard, { venueId })).toMatchObject({
    value: { venueTranslations: VENUE, rooms: [{}, { translations: WASHITSU }] },
  })
})

test('V7: so are favourites', async () => {
  const actor = adminOf(cityId, 'resident')
  await bed.call(addFavourite, { actor, favourite: { kind: 'venue', id: venueId } })
  await bed.call(addFavourite, { actor, favourite: { kind: 'listing', id: `${venueId}-washitsu` } })
  const listed = await bed.call(listFavourites, { actor })
  expect(listed).toMatchObject({
    value: { items: [{ venueTranslations: VENUE }, { listingTranslations: WASHITSU }] },
  })
})

test('V7: so is the facility that a notice is of', async () => {
  const words = { date: '2026-12-01', title: '休館', body: '本文' }
  await bed.call(publishNotice, { actor: 'system', cityId, venueId, ...words })
  expect(await bed.call(listNotices, { cityId })).toMatchObject({
    value: { items: [{ venueTranslations: VENUE }] },
  })
})
