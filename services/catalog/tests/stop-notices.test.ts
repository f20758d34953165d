import { putCity } from '@asaichi/contract/catalog/city.ts'
import { getNotice, listNotices } from '@asaichi/contract/catalog/notices.ts'
import { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { startCatalogBed } from './catalog-bed.ts'

const bed = await forThisFile(startCatalogBed())
const cityId = 'mitaka'
const STOP = { from: '2026-12-29', fromTime: '00:00', to: '2027-01-03', toTime: '24:00' }
const NEXT = { ...STOP, from: '2027-01-10', to: '2027-01-10', fromTime: '01:00', toTime: '05:00' }
const translations = { en: { text: 'Closed over the New Year.' } }
const serviceStops = [
  { ...NEXT, text: '機器の点検のため。' },
  { ...STOP, text: '年末年始のため。', translations },
]
await bed.call(putCity, { actor: 'system', city: demoCity({ cityId, serviceStops }) })
for (const title of ['一', '二'])
  await bed.call(publishNotice, {
    actor: 'system',
    cityId,
    venueId: null,
    date: '2026-12-01',
    title,
    body: '本文',
    urgent: true,
  })

const page = async (more: { after?: string; limit?: number } = {}) =>
  valueOf(await bed.call(listNotices, { cityId, ...more }))
const YEARS_END = '手続きの休み：12月29日 00:00 – 1月3日 24:00'
const CHECK = '手続きの休み：1月10日 01:00 – 1月10日 05:00'

test.each([
  ['2026-12-14T14:59:59.999Z', []],
  ['2026-12-14T15:00:00.000Z', [YEARS_END]],
  ['2026-12-28T03:00:00.000Z', [YEARS_END, CHECK]],
  ['2027-01-03T14:59:59.999Z', [YEARS_END, CHECK]],
  ['2027-01-03T15:00:00.000Z', [CHECK]],
])('G14, S2: at %s the stops that are near stand before every notice: %j', async (now, stops) => {
  await bed.at(now)
  const { items } = await page()
  expect(items.slice(0, stops.length).map(({ title }) => title)).toEqual(stops)
  expect(items.map(({ title }) => title).toSorted()).toEqual([...stops, '一', '二'].toSorted())
  expect(items.every(({ urgent }) => urgent)).toBe(true)
})

test('G14, S2: page by page each comes once, and a stop can be opened in three languages', async () => {
  await bed.at('2027-01-02T03:00:00.000Z')
  const { items } = await page()
  const ids: string[] = []
  for (let after: string | undefined; ids.length < 9; ) {
    const next = await page({ limit: 1, ...(after !== undefined && { after }) })
    ids.push(...next.items.map(({ noticeId }) => noticeId))
    if (next.next === null) break
    after = next.next
  }
  expect(ids).toEqual(items.map(({ noticeId }) => noticeId))
  const notice = valueOf(await bed.call(getNotice, { noticeId: ids[0] ?? '' }))
  expect(notice).toEqual(items[0])
  expect(notice.body).toMatch(/^年末年始のため。\n/)
  expect(notice.translations?.en).toMatchObject({ title: 'No applications: 29 Dec 00:00 – 3 Jan 24:00' })
  expect(notice.translations?.en?.body).toMatch(/^Closed over the New Year\.\n/)
  await bed.at('2027-01-11T03:00:00.000Z')
  expect(await bed.call(getNotice, { noticeId: ids[0] ?? '' })).toMatchObject({
    refusal: { code: 'not-found' },
  })
})
