import { putCity } from '@asaichi/contract/catalog/city.ts'
import { getNotice, listNotices, noticePublished } from '@asaichi/contract/catalog/notices.ts'
import {
  listStaffNotices,
  publishNotice,
  reviseNotice,
  withdrawNotice,
} from '@asaichi/contract/catalog/staff.ts'
import { putVenue } from '@asaichi/contract/catalog/venue.ts'
import { startBed } from '@asaichi/testkit/bed.ts'
import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { describe, expect, test } from 'vitest'
import { startCatalogIn } from './catalog-bed.ts'
import { recordedVersions } from './recorded-versions.ts'
import { adminOf, sampleVenue } from './sample-venue.ts'

const bed = await forThisFile(startBed())
await startCatalogIn(bed)
for (const cityId of ['mitaka', 'sapporo', 'quiet']) {
  await bed.call(putCity, { actor: 'system', city: demoCity({ cityId }) })
  await bed.call(putVenue, {
    actor: 'system',
    venue: sampleVenue({ venueId: `${cityId}-hall`, cityId, name: `${cityId}会館` }),
  })
}

const notFound = { ok: false, refusal: { code: 'not-found', detail: {} } }

async function publish(notice: { title: string; date: string; cityId?: string; venueId?: string }) {
  const { cityId = 'sapporo', venueId = null, ...words } = notice
  const outcome = await bed.call(publishNotice, { actor: 'system', cityId, venueId, body: '本文', ...words })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.noticeId
}

async function titles(cityId: string, options: { venueId?: string; after?: string; limit?: number } = {}) {
  const outcome = await bed.call(listNotices, { cityId, ...options })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return { titles: outcome.value.items.map(item => item.title), next: outcome.value.next }
}

test('S2: the newest five of the system and of each facility stand in one list, one day by newest id', async () => {
  await publish({ title: '六', date: '2026-11-16' })
  await publish({ title: '五', date: '2026-11-17' })
  await publish({ title: '四', date: '2026-11-18' })
  await publish({ title: '三', date: '2026-11-18', venueId: 'sapporo-hall' })
  await publish({ title: '一', date: '2026-11-20' })
  await publish({ title: '二', date: '2026-11-19', venueId: 'sapporo-hall' })
  await publish({ title: '三鷹の', date: '2026-11-21', cityId: 'mitaka' })

  expect((await titles('sapporo')).titles).toEqual(['一', '二', '三', '四', '五'])
  expect((await titles('sapporo', { venueId: 'sapporo-hall' })).titles).toEqual(['二', '三'])
})

test('S2: all of them come page by page, each once', async () => {
  const first = await titles('sapporo', { limit: 4 })
  expect(first.titles).toEqual(['一', '二', '三', '四'])
  const second = await titles('sapporo', { limit: 4, after: first.next ?? '' })
  expect(second).toEqual({ titles: ['五', '六'], next: null })
})

test('S2: a notice names its facility, and is told by its ids only', async () => {
  const noticeId = await publish({
    title: '休館',
    date: '2026-11-01',
    cityId: 'mitaka',
    venueId: 'mitaka-hall',
  })
  expect(await bed.call(getNotice, { noticeId })).toEqual({
    ok: true,
    value: {
      noticeId,
      cityId: 'mitaka',
      venueId: 'mitaka-hall',
      venueName: 'mitaka会館',
      date: '2026-11-01',
      title: '休館',
      body: '本文',
      urgent: false,
      showFrom: null,
      showUntil: null,
    },
  })
  expect(await bed.facts.waitFor(noticePublished, fact => fact.noticeId === noticeId)).toEqual({
    noticeId,
    cityId: 'mitaka',
    venueId: 'mitaka-hall',
  })
})

test('publishing twice with an id of one’s own is publishing once; other words under it are refused', async () => {
  const notice = {
    actor: adminOf('quiet'),
    noticeId: '01a1f640-bc00-7000-8000-000000000009',
    cityId: 'quiet',
    venueId: null,
    date: '2026-11-20',
    title: '一度だけ',
    body: '本文',
  }
  const answers = await Promise.all([bed.call(publishNotice, notice), bed.call(publishNotice, notice)])
  expect(answers).toEqual([
    { ok: true, value: { noticeId: notice.noticeId } },
    { ok: true, value: { noticeId: notice.noticeId } },
  ])
  expect(await bed.call(publishNotice, { ...notice, body: '別の本文' })).toEqual({
    ok: false,
    refusal: { code: 'id-used-differently', detail: {} },
  })
  expect(await titles('quiet')).toEqual({ titles: ['一度だけ'], next: null })
  expect(await recordedVersions(bed, noticePublished, notice.noticeId)).toEqual([1])
})

test.each([
  ['a resident', adminOf('mitaka', 'resident')],
  ['another city’s staff', adminOf('sapporo', 'staff')],
  ['another city’s admin', adminOf('sapporo')],
])('%s may not publish', async (_who, actor) => {
  const notice = { cityId: 'mitaka', venueId: null, date: '2026-11-30', title: '偽', body: '偽' }
  expect(await bed.call(publishNotice, { actor, ...notice })).toEqual({
    ok: false,
    refusal: { code: 'not-allowed', detail: {} },
  })
  expect((await titles('mitaka')).titles).not.toContain('偽')
})

test('a notice needs a known city, and a facility of that city', async () => {
  const notice = { actor: 'system' as const, date: '2026-11-30', title: '題', body: '本文' }
  expect(await bed.call(publishNotice, { ...notice, cityId: 'atlantis', venueId: null })).toEqual(notFound)
  expect(await bed.call(publishNotice, { ...notice, cityId: 'mitaka', venueId: 'sapporo-hall' })).toEqual(
    notFound,
  )
})

test('an unknown city, facility or notice is not found', async () => {
  expect(await bed.call(listNotices, { cityId: 'atlantis' })).toEqual(notFound)
  expect(await bed.call(listNotices, { cityId: 'mitaka', venueId: 'sapporo-hall' })).toEqual(notFound)
  expect(await bed.call(getNotice, { noticeId: '01a1f640-bc00-7000-8000-00000000dead' })).toEqual(notFound)
})

test('A41: a page of 10^9 notices, a date that does not exist and a forged cursor are malformed', async () => {
  const malformed = { kind: 'malformed' }
  const notice = { actor: 'system' as const, cityId: 'mitaka', venueId: null, title: '題', body: '本文' }
  await expect(bed.call(listNotices, { cityId: 'mitaka', limit: 1e9 })).rejects.toMatchObject(malformed)
  await expect(bed.call(listNotices, { cityId: 'mitaka', after: "' or 1=1" })).rejects.toMatchObject(
    malformed,
  )
  await expect(bed.call(publishNotice, { ...notice, date: '2025-02-30' })).rejects.toMatchObject(malformed)
})

describe('T8', () => {
  const staff = adminOf('quiet', 'staff')
  const words = { venueId: null, date: '2024-10-01', title: '案内', body: '本文' }
  const published = async (more: object) => {
    const outcome = await bed.call(publishNotice, { actor: staff, cityId: 'quiet', ...words, ...more })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.noticeId
  }
  const shownTitles = async () => (await titles('quiet', { limit: 100 })).titles

  test('S2: staff publish; urgent notices stand first, and pages go on behind them', async () => {
    await published({ title: '急ぎ', urgent: true, date: '2020-01-01' })
    await published({ title: '普通', date: '2020-02-01' })
    expect((await shownTitles())[0]).toBe('急ぎ')
    const first = await titles('quiet', { limit: 1 })
    expect((await titles('quiet', { limit: 1, after: first.next ?? '' })).titles).toEqual(['一度だけ'])
  })

  test('S2: outside its period a notice is for staff only, and a withdrawn one until it is revised', async () => {
    const past = await published({ title: '終わった', showUntil: '2020-01-31' })
    await published({ title: 'これから', showFrom: '2999-01-01' })
    const noticeId = await published({ title: '今', showFrom: '2020-01-01', showUntil: '2999-12-31' })
    expect(await shownTitles()).toContain('今')
    for (const title of ['終わった', 'これから']) expect(await shownTitles()).not.toContain(title)
    expect(await bed.call(getNotice, { noticeId: past })).toEqual(notFound)
    expect(await bed.call(withdrawNotice, { actor: staff, noticeId })).toEqual({ ok: true, value: {} })
    expect(await bed.call(withdrawNotice, { actor: staff, noticeId })).toEqual({ ok: true, value: {} })
    expect(await bed.call(getNotice, { noticeId })).toEqual(notFound)
    const all = await bed.call(listStaffNotices, { actor: staff })
    expect(all.ok && all.value.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: '終わった', shown: false, withdrawn: false }),
        expect.objectContaining({ title: '今', shown: false, withdrawn: true }),
      ]),
    )
    const translations = { en: { title: 'Now' } }
    const revised = { ...words, title: '今も', urgent: false, showFrom: null, showUntil: null, translations }
    expect(await bed.call(reviseNotice, { actor: staff, noticeId, ...revised })).toMatchObject({
      ok: true,
      value: { title: '今も', translations },
    })
    expect(await bed.call(getNotice, { noticeId })).toMatchObject({ value: { title: '今も', translations } })
  })

  test('nobody else changes a city’s notices or sees its drafts', async () => {
    const noticeId = await published({ title: '守る' })
    const elsewhere = adminOf('sapporo')
    const resident = adminOf('quiet', 'resident')
    expect(await bed.call(withdrawNotice, { actor: elsewhere, noticeId })).toEqual(notFound)
    expect(await bed.call(reviseNotice, { actor: elsewhere, noticeId, ...words })).toEqual(notFound)
    expect(
      await bed.call(reviseNotice, { actor: staff, noticeId, ...words, venueId: 'sapporo-hall' }),
    ).toEqual(notFound)
    for (const outcome of [
      await bed.call(withdrawNotice, { actor: resident, noticeId }),
      await bed.call(reviseNotice, { actor: resident, noticeId, ...words }),
      await bed.call(listStaffNotices, { actor: resident }),
    ])
      expect(outcome).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await shownTitles()).toContain('守る')
  })
})
