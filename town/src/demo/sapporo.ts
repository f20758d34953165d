import { type City, USUAL_DRAW } from '@asaichi/contract/catalog/city.ts'
import type { Listing, Space, Venue } from '@asaichi/contract/catalog/venue.ts'

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
    draw: { ...USUAL_DRAW, maxWishes: 3 },
    reopening: { kind: 'at-once' },
    moveAllowed: true,
    overlapAllowed: 'same-venue',
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
    translations: {
      'ja-easy': {
        name: '札幌市（さっぽろし）の 施設（しせつ）を 予約（よやく）する 窓口（まどぐち）（サンプル）',
        hours: '月曜日から 金曜日 8:45–17:15（サンプル）',
      },
      en: {
        name: 'Sapporo City, community facility booking desk (sample)',
        hours: 'Weekdays 8:45–17:15 (sample)',
      },
    },
  },
  links: [
    {
      title: '学校開放・スポーツ施設などの予約',
      url: 'https://sapporo.example.jp/school-sports',
      translations: {
        'ja-easy': { title: '学校や スポーツの 場所の 予約（よやく）' },
        en: { title: 'Booking school and sports facilities' },
      },
    },
    {
      title: 'お問い合わせ',
      url: 'https://sapporo.example.jp/contact',
      translations: { 'ja-easy': { title: '市に 聞く' }, en: { title: 'Contact the city' } },
    },
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
  closures: [{ from: '2027-02-08', to: '2027-02-09', reason: '設備点検のための休館（サンプル）' }],
  translations: centreTexts(
    { name: '白石区民センター（しろいし くみんセンター）', area: '白石区（しろいしく）' },
    { name: 'Shiroishi Ward Community Centre', area: 'Shiroishi Ward' },
  ),
  spaces: [
    ...hall('sapporo-shiroishi', { whole: 300, half: 150 }),
    room('sapporo-shiroishi-kaigi-1', {
      name: '会議室1',
      translations: named('会議室（かいぎしつ）1', 'Meeting room 1'),
      capacity: 24,
      purposes: ['会議・打ち合わせ', '講座・学習'],
      equipment: ['ホワイトボード', 'プロジェクター'],
    }),
    room('sapporo-shiroishi-washitsu', {
      name: '和室',
      translations: named('和室（わしつ）', 'Japanese-style room'),
      capacity: 20,
      purposes: ['茶道・華道', '趣味・サークル'],
      equipment: ['座卓', '座布団'],
    }),
  ],
}

export const higashi: Venue = {
  ...centre({ venueId: 'sapporo-higashi', name: '東区民センター', area: '東区' }),
  closures: [{ from: '2027-03-01', to: '2027-03-07', reason: '改修工事のための休館（サンプル）' }],
  translations: centreTexts(
    { name: '東区民センター（ひがし くみんセンター）', area: '東区（ひがしく）' },
    { name: 'Higashi Ward Community Centre', area: 'Higashi Ward' },
  ),
  spaces: [
    ...hall('sapporo-higashi', { whole: 240, half: 120 }),
    room('sapporo-higashi-shichokaku', {
      name: '視聴覚室',
      translations: named('視聴覚室（しちょうかくしつ）', 'Audio-visual room'),
      capacity: 36,
      purposes: ['講座・学習', '映写・鑑賞'],
      equipment: ['プロジェクター', '音響設備'],
    }),
    room('sapporo-higashi-ongaku', {
      name: '音楽室',
      translations: named('音楽室（おんがくしつ）', 'Music room'),
      capacity: 16,
      purposes: ['音楽・合唱'],
      equipment: ['ピアノ', '譜面台'],
    }),
  ],
}

function centre(
  of: Pick<Venue, 'venueId' | 'name' | 'area'>,
): Omit<Venue, 'spaces' | 'closures' | 'translations'> {
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

type Own = { readonly name: string; readonly area: string }

function centreTexts(easy: Own, en: Own): Venue['translations'] {
  return {
    'ja-easy': {
      name: easy.name,
      pitch: `${easy.area}の みんなの 場所です（サンプル）`,
      text: 'ホールと、大きい 部屋や 小さい 部屋が ある 建物です（サンプル）。',
    },
    en: {
      name: en.name,
      pitch: `For everyone in ${en.area} (sample)`,
      text: 'A ward community centre with a hall and rooms of several sizes (sample).',
    },
  }
}

function named(easy: string, en: string): Space['translations'] {
  return { 'ja-easy': { name: easy }, en: { name: en } }
}

/** M13: a whole hall made of two halves. */
function hall(venueId: string, people: { readonly whole: number; readonly half: number }): readonly Space[] {
  const [whole, a, b] = [`${venueId}-hall`, `${venueId}-hall-a`, `${venueId}-hall-b`]
  const purposes = ['講演・式典', '軽い運動', '音楽・合唱']
  const equipment = ['音響設備', '移動式ステージ']
  return [
    {
      ...room(whole, {
        name: 'ホール（全体）',
        translations: named('ホール ぜんぶ', 'Hall (whole)'),
        capacity: people.whole,
        purposes,
        equipment,
      }),
      parts: [a, b],
    },
    room(a, {
      name: 'ホールA',
      translations: named('ホールA', 'Hall A'),
      capacity: people.half,
      purposes,
      equipment,
    }),
    room(b, {
      name: 'ホールB',
      translations: named('ホールB', 'Hall B'),
      capacity: people.half,
      purposes,
      equipment,
    }),
  ]
}

function room(
  spaceId: string,
  of: Pick<Space, 'name' | 'translations' | 'capacity' | 'purposes'> & {
    readonly equipment: readonly string[]
  },
): Space {
  const { name, translations } = of
  const listing: Listing = {
    listingId: spaceId,
    name,
    use: 'free',
    yenPerStep: 0,
    termsText: null,
    translations,
  }
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
