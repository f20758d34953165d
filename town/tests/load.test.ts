import { formatJapaneseDate } from '@asaichi/calendar/eras.ts'
import { hoursOn } from '@asaichi/calendar/opening-hours.ts'
import { startCatalog } from '@asaichi/catalog/start.ts'
import { cityChanged, getCity } from '@asaichi/contract/catalog/city.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { listNotices, noticePublished } from '@asaichi/contract/catalog/notices.ts'
import { getSearchTerms, getVenue, searchVenues, venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { importPerson } from '@asaichi/contract/identity/account.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { type Bed, startBed } from '@asaichi/testkit/bed.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { MITAKA_WINDOWS } from '@asaichi/testkit/mitaka-windows.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts, loadDemo } from '../src/demo/load.ts'
import { demoPeople } from '../src/demo/people.ts'

let bed: Bed
const imported = new Map<string, string>()

beforeAll(async () => {
  bed = await startBed()
  await bed.at('2026-11-22T00:00:00.000Z')
  await bed.start('catalog', startCatalog)
  // Identity's own word on a person it has: the mail is taken.
  bed.serve(importPerson, ({ mail, memberNumber }) => {
    if (imported.has(mail)) return refuse('already-known')
    imported.set(mail, memberNumber)
    return done({ personId: newId() })
  })
  await eventually(() => loadDemo(bed))
})
afterAll(() => bed[Symbol.asyncDispose]())

async function mitakaVenue() {
  const outcome = await bed.call(getVenue, { venueId: 'mitaka-inokashira-tobu' })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

describe('loading', () => {
  test('a second load changes nothing and tells nothing', async () => {
    // The outbox has each fact once; the bus may deliver it again.
    const recorded = () =>
      bed.sql('select subject, count(*)::int as facts from catalog.outbox group by subject order by subject')
    const first = [
      { subject: cityChanged.subject, facts: 2 },
      { subject: noticePublished.subject, facts: 7 },
      { subject: venueChanged.subject, facts: 3 },
    ]
    expect(await recorded()).toEqual(first)
    await loadDemo(bed)
    expect(await recorded()).toEqual(first)
    expect(imported.size).toBe(demoPeople.length)
  })

  test('the accounts of the start table can be used as they are printed (S3)', () => {
    expect(demoAccounts.map(({ city, role }) => `${city} ${role}`)).toEqual([
      'mitaka resident',
      'mitaka resident',
      'mitaka staff',
      'mitaka admin',
      'mitaka resident',
      'sapporo resident',
      'sapporo staff',
      'sapporo admin',
      'sapporo resident',
    ])
    for (const { city, login, password } of demoAccounts) {
      const known = city === 'sapporo' ? [...imported.values()] : [...imported.keys()]
      expect(known).toContain(login)
      expect(password).toMatch(/^[a-z0-9-]{4,}$/)
    }
    // S8: exactly one password is of the old rule, and must be changed.
    expect(demoAccounts.filter(({ password }) => password.length < 8)).toHaveLength(1)
    for (const { mail, password } of demoPeople)
      expect(mail.split(/[.@]/).filter(part => password.includes(part))).toEqual([])
    expect(demoPeople.every(({ mail }) => mail.endsWith('example.jp'))).toBe(true)
  })
})

describe('Mitaka, as the manual has it', () => {
  test('M7: office, phone, SMS and hours', async () => {
    expect(await bed.call(getCity, { cityId: 'mitaka' })).toMatchObject({
      value: {
        office: {
          name: '三鷹市 生活環境部 コミュニティ創生課',
          address: '東京都三鷹市野崎一丁目1番1号',
          phone: '0422-29-9611',
          sms: '080-2950-4341',
          hours: '平日 8:30–17:15',
        },
      },
    })
  })

  test('M17, M18, M21, M26: windows, approval and code length', async () => {
    expect(await bed.call(getCity, { cityId: 'mitaka' })).toMatchObject({
      value: {
        policy: {
          loginKinds: ['mail'],
          windows: MITAKA_WINDOWS,
          approval: 'staff',
          codeDigits: 6,
        },
      },
    })
  })

  test('M10: name, address, station, and a place for a photo', async () => {
    expect(await mitakaVenue()).toMatchObject({
      name: '井の頭東部地区公会堂',
      postalCode: '181-0001',
      address: '東京都三鷹市井の頭一丁目3番18号',
      station: '京王井の頭線 三鷹台駅 徒歩5分',
      photo: null,
      phone: '0422-29-9611',
    })
  })

  test.each([
    ['2024-12-02 月', '09:00'],
    ['2024-12-03 火', '10:30'],
    ['2024-12-04 水', '09:00'],
    ['2024-12-05 木', '09:00'],
    ['2024-12-06 金', '09:00'],
    ['2024-12-07 土', '09:00'],
    ['2024-12-08 日', '09:00'],
    ['2025-02-11 火 祝', '09:00'],
  ])('M12: on %s it opens at %s and closes at 21:00', async (day, opens) => {
    const { hours, closures } = await mitakaVenue()
    expect(hoursOn({ ...hours, closures }, day.slice(0, 10))).toEqual({ opens, closes: '21:00' })
  })

  test('M12: closed from 12-29 to 01-03, in the years around the town’s own', async () => {
    const { closures } = await mitakaVenue()
    expect(closures).toEqual(
      ['2025', '2026', '2027'].map(year => ({
        from: `${year}-12-29`,
        to: `${Number(year) + 1}-01-03`,
        reason: expect.any(String),
      })),
    )
  })

  test('M13: two rooms for 26 people, four listings, 30 minutes, 0 yen where use is free', async () => {
    const { spaces } = await mitakaVenue()
    expect(
      spaces.map(({ name, capacity, minMinutes, parts }) => ({ name, capacity, minMinutes, parts })),
    ).toEqual([
      { name: '1階洋室', capacity: 26, minMinutes: 30, parts: [] },
      { name: '2階和室', capacity: 26, minMinutes: 30, parts: [] },
    ])
    expect(spaces.flatMap(space => space.listings.map(({ listingId, use }) => [listingId, use]))).toEqual([
      ['mitaka-inokashira-tobu-yoshitsu', 'free'],
      ['mitaka-inokashira-tobu-yoshitsu-paid', 'paid-event'],
      ['mitaka-inokashira-tobu-washitsu', 'free'],
      ['mitaka-inokashira-tobu-washitsu-paid', 'paid-event'],
    ])
    const free = spaces.flatMap(space => space.listings).filter(listing => listing.use === 'free')
    expect(free.map(listing => listing.yenPerStep)).toEqual([0, 0])
  })

  test('M14: free listings carry no payment words, paid ones are billed by the city, and their tariff is a sample', async () => {
    const { spaces } = await mitakaVenue()
    for (const { listings, sample, ...room } of spaces) {
      const free = listings.filter(listing => listing.use === 'free')
      expect(JSON.stringify([room, free])).not.toMatch(/請求|振込|決済|支払|円/)
      const paid = listings.find(listing => listing.use === 'paid-event')
      expect(paid?.yenPerStep).toBeGreaterThan(0)
      expect(paid?.termsText).toContain('請求書')
      expect(sample.join()).toContain('料金')
    }
  })

  test('M15: under-18s need someone of 18 or older', async () => {
    const { text } = await mitakaVenue()
    expect(text).toContain('18歳')
  })

  test('M16: 40 m² (12 坪), first floor, 2.5 m, equipment, internet, food, tidying, and the code that dies', async () => {
    const [room] = (await mitakaVenue()).spaces
    expect(room).toMatchObject({ areaM2: 40, floor: '1階', ceilingM: 2.5, internet: true })
    expect(Math.floor((room?.areaM2 ?? 0) * 0.3025)).toBe(12)
    expect(room?.equipment).toEqual([
      { name: 'フローリング', count: null },
      { name: '折り畳みテーブル', count: 16 },
      { name: '折り畳み椅子', count: expect.any(Number) },
      { name: '誰でもトイレ', count: null },
      { name: '給湯設備（ガス給湯器・ガスコンロ）', count: null },
    ])
    // The manual's own number of chairs is blacked out.
    expect(room?.sample).toContain('折り畳み椅子の数')
    expect(room?.foodRule).toMatch(/煮炊き/)
    expect(room?.tidyRule).toMatch(/終わりの時刻になると鍵の番号は使えなくなり/)
  })

  test('an entrance that every booking opens, and a door for each room', async () => {
    const { doors } = await mitakaVenue()
    expect(doors).toMatchObject([
      { lockId: 'mitaka-inokashira-tobu-genkan', name: '玄関', opens: [] },
      {
        lockId: 'mitaka-inokashira-tobu-yoshitsu',
        name: '1階洋室',
        opens: ['mitaka-inokashira-tobu-yoshitsu'],
      },
      {
        lockId: 'mitaka-inokashira-tobu-washitsu',
        name: '2階和室',
        opens: ['mitaka-inokashira-tobu-washitsu'],
      },
    ])
  })

  test('nothing of the manual’s defects: no mask, no glued address', async () => {
    const everything = JSON.stringify([await mitakaVenue(), await bed.call(getCity, { cityId: 'mitaka' })])
    expect(everything).not.toMatch(/マスク|コロナ|感染/)
    expect(everything).not.toMatch(/https?:[^"]*@/)
  })
})

describe('Sapporo', () => {
  test('S2: the newest five notices, of the system and of both centres, with dates in both calendars', async () => {
    const outcome = await bed.call(listNotices, { cityId: 'sapporo' })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    const { items, next } = outcome.value
    expect(items.map(({ title, venueName }) => [title, venueName])).toEqual([
      ['年末年始のサービス停止について', null],
      ['白石区民センターの休館について', '白石区民センター'],
      ['東区民センターの改修工事について', '東区民センター'],
      ['ホール利用の予約について', null],
      ['利用方法の一部変更について', null],
    ])
    expect(next).toBeNull()
    expect(formatJapaneseDate(items[0]?.date ?? '', { era: true })).toBe('2026年（令和8年）11月20日（金）')
  })

  test('S3, S7: login by number; links to the school and sports system and to the contact page', async () => {
    expect(await bed.call(getCity, { cityId: 'sapporo' })).toMatchObject({
      value: {
        policy: { loginKinds: ['member-number'] },
        links: [{ title: '学校開放・スポーツ施設などの予約' }, { title: 'お問い合わせ' }],
      },
    })
  })

  test('S4: every room says what about it is a sample', async () => {
    const outcome = await bed.call(searchVenues, { cityId: 'sapporo' })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    expect(outcome.value.items.map(venue => venue.name)).toEqual(['東区民センター', '白石区民センター'])
    for (const { sample, doors, spaces } of outcome.value.items) {
      expect(sample.length).toBeGreaterThan(0)
      expect(doors).toEqual([])
      for (const space of spaces) expect(space.sample.length).toBeGreaterThan(0)
    }
  })

  test('M13: each centre’s whole hall is made of its two halves', async () => {
    const outcome = await bed.call(getVenue, { venueId: 'sapporo-shiroishi' })
    const hall = outcome.ok ? outcome.value.spaces.find(space => space.parts.length > 0) : undefined
    expect(hall).toMatchObject({
      name: 'ホール（全体）',
      parts: ['sapporo-shiroishi-hall-a', 'sapporo-shiroishi-hall-b'],
    })
  })

  test('S6: a search by purpose and time band finds rooms', async () => {
    const terms = await bed.call(getSearchTerms, { cityId: 'sapporo' })
    expect(terms).toMatchObject({ value: { purposes: expect.arrayContaining(['音楽・合唱']) } })
    const outcome = await bed.call(searchFree, {
      cityId: 'sapporo',
      from: '2026-12-05',
      to: '2026-12-06',
      band: { from: '13:00', to: '17:00' },
      purpose: '音楽・合唱',
      people: 10,
      area: '東区',
    })
    expect(outcome).toMatchObject({
      value: {
        items: [
          { date: '2026-12-05', spaceName: 'ホール（全体）' },
          { date: '2026-12-05', spaceName: 'ホールA' },
          { date: '2026-12-05', spaceName: 'ホールB' },
          { date: '2026-12-05', spaceName: '音楽室' },
          { date: '2026-12-06' },
          { date: '2026-12-06' },
          { date: '2026-12-06' },
          { date: '2026-12-06' },
        ],
      },
    })
  })
})
