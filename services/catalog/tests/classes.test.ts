import { putCity } from '@asaichi/contract/catalog/city.ts'
import { getListingDay } from '@asaichi/contract/catalog/listings.ts'
import { putVenue } from '@asaichi/contract/catalog/venue.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { startCatalogBed } from './catalog-bed.ts'
import { sampleVenue } from './sample-venue.ts'

const bed = await forThisFile(startCatalogBed())
const classes = [
  { classId: 'residents', name: '市内' },
  { classId: 'outside', name: '市外', firstComeDelayDays: 7 },
  { classId: 'business', name: '企業', entersLottery: false },
]
valueOf(await bed.call(putCity, { actor: 'system', city: demoCity({ cityId: 'town', classes }) }))
valueOf(
  await bed.call(putVenue, { actor: 'system', venue: sampleVenue({ venueId: 'hall', cityId: 'town' }) }),
)

const OPENS = '2026-12-17T22:00:00.000Z'
const LATER = '2026-12-24T22:00:00.000Z'

test.each([
  ['somebody without a class', {}, OPENS, true],
  ['residents', { cityId: 'town', classId: 'residents' }, OPENS, true],
  ['who lives elsewhere', { cityId: 'town', classId: 'outside' }, LATER, true],
  ['companies', { cityId: 'town', classId: 'business' }, OPENS, false],
  ['a class that is gone', { cityId: 'town', classId: 'gone' }, OPENS, true],
  ['a class of another city', { cityId: 'mitaka', classId: 'outside' }, OPENS, true],
])('G11, M31: the windows of a use date as they are for %s', async (_, of, opensAt, hasLottery) => {
  const day = valueOf(await bed.call(getListingDay, { listingId: 'hall-room', date: '2027-01-15', ...of }))
  expect([day.firstCome?.opensAt, day.lottery !== null]).toEqual([opensAt, hasLottery])
})
