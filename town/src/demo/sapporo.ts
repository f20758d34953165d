import type { City, Listing, Space, Venue } from '@asaichi/contract/catalog.ts'
import type { publishNotice } from '@asaichi/contract/notices.ts'
import type { z } from 'zod'

/** Sapporo's manual gives the names of two centres and the subjects of its notices; the rest is invented and marked サンプル. */
export const sapporo: City = {
  cityId: 'sapporo',
  name: '札幌市',
  zone: 'Asia/Tokyo',
  policy: {
    loginKinds: ['member-number'],
    windows: {
      lottery: {
        kind: 'monthly',
        monthsBefore: 2,
        opensDay: 1,
        closesDay: 7,
        drawDay: 10,
        drawTime: '09:00',
      },
      firstCome: { opensDaysBefore: 30, opensTime: '09:00', closesOfficeDaysBefore: 1 },
      closedDays: 'next-office-day',
      officeClosures: [{ from: '12-29', to: '01-03' }],
    },
    quota: { liveReservations: 5 },
    draw: {
      entriesPerMonth: 10,
      winsPerMonth: 4,
      winsPerDay: 4,
      maxWishes: 3,
      showCounts: true,
      confirmDays: null,
    },
    reopening: { kind: 'at-once' },
    moveAllowed: true,
    approval: 'automatic',
    doorMinutes: { before: 0, after: 0 },
    codeDigits: 6,
    termsVersion: '2026-04',
  },
  office: {
    name: '札幌市 コミュニティ施設予約の窓口（サンプル）',
    address: '北海道札幌市（サンプル）',
    phone: '011-000-0000',
    sms: null,
    hours: '平日 8:45–17:15（サンプル）',
    url: 'https://sapporo.example.jp/',
    mail: 'shisetsu@sapporo.example.jp',
  },
  links: [
    { title: '学校開放・スポーツ施設などの予約', url: 'https://sapporo.example.jp/school-sports' },
    { title: 'お問い合わせ', url: 'https://sapporo.example.jp/contact' },
  ],
  termsText: [
    '（サンプル）',
    '1. 申し込んだ方が責任をもってお使いください。ほかの方に譲ることはできません。',
    '2. 時間には準備と片付けも含みます。',
    '3. 使わないことになったら、早めに取り消してください。',
  ].join('\n'),
  privacyText: [
    '（サンプル）1. お名前や連絡先は、利用者の確認、予約の受付、お知らせのためだけに使います。',
    '2. 部屋の空き状況や抽選の記録に、お名前が出ることはありません。',
    '3. 登録した内容は、ログインしていつでも見ることができます。',
  ].join('\n'),
  languages: ['ja', 'ja-easy', 'en'],
  translations: { 'ja-easy': { name: '札幌市（さっぽろし）' }, en: { name: 'Sapporo City' } },
}

const OPEN = { opens: '09:00', closes: '21:00' } as const
const INVENTED = ['定員', '広さ', '階', '天井の高さ', '設備', '利用目的', '決まり']

export const shiroishi: Venue = {
  ...centre({ venueId: 'sapporo-shiroishi', name: '白石区民センター', area: '白石区' }),
  closures: [
    { from: '2026-12-29', to: '2027-01-03', reason: '年末年始の休館（サンプル）' },
    { from: '2027-02-08', to: '2027-02-09', reason: '設備点検のための休館（サンプル）' },
  ],
  spaces: [
    ...hall('sapporo-shiroishi', { whole: 300, half: 150 }),
    room('sapporo-shiroishi-kaigi-1', {
      name: '会議室1',
      capacity: 24,
      purposes: ['会議・打ち合わせ', '講座・学習'],
      equipment: ['ホワイトボード', 'プロジェクター'],
    }),
    room('sapporo-shiroishi-washitsu', {
      name: '和室',
      capacity: 20,
      purposes: ['茶道・華道', '趣味・サークル'],
      equipment: ['座卓', '座布団'],
    }),
  ],
}

export const higashi: Venue = {
  ...centre({ venueId: 'sapporo-higashi', name: '東区民センター', area: '東区' }),
  closures: [
    { from: '2026-12-29', to: '2027-01-03', reason: '年末年始の休館（サンプル）' },
    { from: '2027-03-01', to: '2027-03-07', reason: '改修工事のための休館（サンプル）' },
  ],
  spaces: [
    ...hall('sapporo-higashi', { whole: 240, half: 120 }),
    room('sapporo-higashi-shichokaku', {
      name: '視聴覚室',
      capacity: 36,
      purposes: ['講座・学習', '映写・鑑賞'],
      equipment: ['プロジェクター', '音響設備'],
    }),
    room('sapporo-higashi-ongaku', {
      name: '音楽室',
      capacity: 16,
      purposes: ['音楽・合唱'],
      equipment: ['ピアノ', '譜面台'],
    }),
  ],
}

/** The manual's five subjects, in its order; the bodies are ours. */
export const sapporoNotices: readonly Omit<z.input<typeof publishNotice.input>, 'actor'>[] = [
  {
    noticeId: '01a1f640-bc00-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: null,
    date: '2026-11-20',
    title: '年末年始のサービス停止について',
    body: '（サンプル）12月29日から1月3日まで、窓口をお休みします。空き状況はこの間も見られます。期間中に届いた申込みの確認は1月4日からになります。',
  },
  {
    noticeId: '01a1f11a-6000-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: 'sapporo-shiroishi',
    date: '2026-11-19',
    title: '白石区民センターの休館について',
    body: '（サンプル）設備点検のため、2027年2月8日と9日は全館お休みです。',
  },
  {
    noticeId: '01a1ec2a-f280-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: 'sapporo-higashi',
    date: '2026-11-18',
    title: '東区民センターの改修工事について',
    body: '（サンプル）改修工事のため、2027年3月1日から7日まで全館お休みです。工事の間、駐車場も使えません。',
  },
  {
    noticeId: '01a1ebf4-0400-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: null,
    date: '2026-11-18',
    title: 'ホール利用の予約について',
    body: '（サンプル）ホールは、全体でも半分（A・B）でも申し込めます。全体に予約が入っている時間は、半分だけの利用はできません。',
  },
  {
    noticeId: '01a1e6cd-a800-7000-8000-000000000001',
    cityId: 'sapporo',
    venueId: null,
    date: '2026-11-17',
    title: '利用方法の一部変更について',
    body: '（サンプル）事前の申込みは、使う月の2か月前の1日から7日までに変わりました。抽選は10日の9時です。窓口が休みの日に当たるときは、次の開いている日に行います。',
  },
]

function centre(of: Pick<Venue, 'venueId' | 'name' | 'area'>): Omit<Venue, 'spaces' | 'closures'> {
  return {
    ...of,
    cityId: 'sapporo',
    pitch: `${of.area}の集まりに（サンプル）`,
    text: 'ホールと大小の部屋がある区民センターです（サンプル）。',
    address: `北海道札幌市${of.area}（サンプル）`,
    postalCode: '000-0000',
    station: null,
    photo: null,
    phone: null,
    feeRule: 'このデモでは、どの部屋も無料です（サンプル）。',
    hours: {
      mon: OPEN,
      tue: OPEN,
      wed: OPEN,
      thu: OPEN,
      fri: OPEN,
      sat: OPEN,
      sun: OPEN,
      holiday: OPEN,
      holidayRule: 'holiday-wins',
    },
    doors: [],
    sample: ['紹介', '住所', '料金', '開館時間', '休館日', '部屋'],
  }
}

/** M13: a whole hall made of two halves. */
function hall(venueId: string, people: { readonly whole: number; readonly half: number }): readonly Space[] {
  const [whole, a, b] = [`${venueId}-hall`, `${venueId}-hall-a`, `${venueId}-hall-b`]
  const purposes = ['講演・式典', '軽い運動', '音楽・合唱']
  const equipment = ['音響設備', '移動式ステージ']
  return [
    {
      ...room(whole, { name: 'ホール（全体）', capacity: people.whole, purposes, equipment }),
      parts: [a, b],
    },
    room(a, { name: 'ホールA', capacity: people.half, purposes, equipment }),
    room(b, { name: 'ホールB', capacity: people.half, purposes, equipment }),
  ]
}

function room(
  spaceId: string,
  of: Pick<Space, 'name' | 'capacity' | 'purposes'> & { readonly equipment: readonly string[] },
): Space {
  const listing: Listing = { listingId: spaceId, name: of.name, use: 'free', yenPerStep: 0, termsText: null }
  return {
    spaceId,
    minMinutes: 60,
    parts: [],
    floor: null,
    areaM2: null,
    ceilingM: null,
    internet: null,
    foodRule: null,
    tidyRule: '使い終わったら、机と椅子を元の場所に戻してください（サンプル）。',
    sample: INVENTED,
    listings: [listing],
    ...of,
    equipment: of.equipment.map(name => ({ name, count: null })),
  }
}
