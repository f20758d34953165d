import { type City, USUAL_DRAW } from '@asaichi/contract/catalog/city.ts'
import type { publishNotice } from '@asaichi/contract/catalog/staff.ts'
import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import type { z } from 'zod'

/** Facts of Mitaka's manual; whatever it does not give is invented and listed under `sample` (サンプル). */
export const mitaka: City = {
  cityId: 'mitaka',
  name: '三鷹市',
  zone: 'Asia/Tokyo',
  policy: {
    loginKinds: ['mail'],
    windows: {
      lottery: {
        kind: 'rolling',
        opensDaysBefore: 35,
        closesDaysBefore: 29,
        drawDaysBefore: 28,
        drawTime: '07:00',
      },
      firstCome: { opensDaysBefore: 28, opensTime: '07:00', closesOfficeDaysBefore: 2 },
      closedDays: 'as-is',
      officeClosures: [{ from: '12-29', to: '01-03' }],
    },
    quota: { liveReservations: 10 },
    draw: USUAL_DRAW,
    reopening: { kind: 'next-opening', soonDays: 3 },
    moveAllowed: true,
    approval: 'staff',
    doorMinutes: { before: 0, after: 0 },
    codeDigits: 6,
    termsVersion: '2026-04',
  },
  office: {
    name: '三鷹市 生活環境部 コミュニティ創生課',
    address: '東京都三鷹市野崎一丁目1番1号',
    phone: '0422-29-9611',
    sms: '080-2950-4341',
    hours: '平日 8:30–17:15',
    url: 'https://www.city.mitaka.lg.jp/',
    mail: 'komyunitei@city.mitaka.lg.jp',
    translations: {
      'ja-easy': {
        name: '三鷹市（みたかし）の コミュニティ創生課（そうせいか）',
        hours: '月曜日から 金曜日 8:30–17:15',
      },
      en: { name: 'Mitaka City, Community Creation Section', hours: 'Weekdays 8:30–17:15' },
    },
  },
  links: [
    {
      title: 'お問い合わせ',
      url: 'https://www.city.mitaka.lg.jp/',
      translations: { 'ja-easy': { title: '市に 聞く' }, en: { title: 'Contact the city' } },
    },
  ],
  termsText: [
    '1. 部屋は、地域の集まりや学び、趣味の活動のためにお使いください。',
    '2. 18歳未満の方だけでは使えません。保護者または18歳以上の方が必ず一緒にいてください。',
    '3. 申込みのときは、団体名と使う目的を備考に書いてください。',
    '4. 使わないことになったら、早めに取り消してください。ほかの方が使えるようになります。',
    '5. 時間内に片付けまで済ませてください。終わりの時刻を過ぎると、鍵の番号は使えません。',
  ].join('\n'),
  privacyText: [
    '（サンプル）1. お名前や連絡先は、利用者の確認、予約の受付、お知らせのためだけに使います。',
    '2. 部屋の空き状況や抽選の記録に、お名前が出ることはありません。',
    '3. 登録した内容は、ログインしていつでも見ることができます。',
  ].join('\n'),
  languages: ['ja', 'ja-easy', 'en'],
  translations: {
    'ja-easy': { name: '三鷹市（みたかし）' },
    en: { name: 'Mitaka City' },
  },
}

const INOKASHIRA = 'mitaka-inokashira-tobu'
const TARIFF = '有料のイベントの料金（30分あたりの円）'
const YOSHITSU = { 'ja-easy': { name: '1階 洋室（ようしつ）' }, en: { name: 'Western-style room (1F)' } }
const WASHITSU = { 'ja-easy': { name: '2階 和室（わしつ）' }, en: { name: 'Japanese-style room (2F)' } }

const yoshitsu: Space = {
  spaceId: `${INOKASHIRA}-yoshitsu`,
  name: '1階洋室',
  capacity: 26,
  minMinutes: 30,
  parts: [],
  floor: '1階',
  areaM2: 40,
  ceilingM: 2.5,
  equipment: [
    { name: 'フローリング', count: null },
    { name: '折り畳みテーブル', count: 16 },
    { name: '折り畳み椅子', count: 26 },
    { name: '誰でもトイレ', count: null },
    { name: '給湯設備（ガス給湯器・ガスコンロ）', count: null },
  ],
  purposes: ['会議・打ち合わせ', '講座・学習', '趣味・サークル', '軽い運動'],
  internet: true,
  stepFree: true,
  foodRule: '煮炊きと、お酒を飲む集まりはできません。飲み物や、調理のいらない軽い食べ物は持ち込めます。',
  tidyRule:
    '机と椅子を元の場所に戻し、照明・空調を切り、戸締まりを確かめて出てください。次の方が待っています。ごみは持ち帰りです。終わりの時刻になると鍵の番号は使えなくなり、忘れ物を取りに入ることもできません。',
  sample: ['折り畳み椅子の数', '利用目的', '段差のないこと', TARIFF],
  translations: YOSHITSU,
  listings: [
    {
      listingId: `${INOKASHIRA}-yoshitsu`,
      name: '1階洋室',
      use: 'free',
      yenPerStep: 0,
      termsText: null,
      translations: YOSHITSU,
    },
    {
      listingId: `${INOKASHIRA}-yoshitsu-paid`,
      name: '1階洋室（有料のイベント・集会）',
      use: 'paid-event',
      yenPerStep: 300,
      termsText: '入場料や参加費を集めるとき、物を売るときの申込みです。市から請求書をお送りします。',
      translations: {
        'ja-easy': { name: '1階 洋室（ようしつ） お金を あつめる 会' },
        en: { name: 'Western-style room (1F), events with a fee' },
      },
    },
  ],
}

const washitsu: Space = {
  spaceId: `${INOKASHIRA}-washitsu`,
  name: '2階和室',
  capacity: 26,
  minMinutes: 30,
  parts: [],
  floor: '2階',
  areaM2: null,
  ceilingM: null,
  equipment: [
    { name: '座卓', count: 8 },
    { name: '座布団', count: 26 },
  ],
  purposes: ['会議・打ち合わせ', '趣味・サークル', '茶道・華道'],
  internet: true,
  stepFree: false,
  foodRule: yoshitsu.foodRule,
  tidyRule: yoshitsu.tidyRule,
  sample: ['設備', '利用目的', '飲食と片付けの決まり', TARIFF],
  translations: WASHITSU,
  listings: [
    {
      listingId: `${INOKASHIRA}-washitsu`,
      name: '2階和室',
      use: 'free',
      yenPerStep: 0,
      termsText: null,
      translations: WASHITSU,
    },
    {
      listingId: `${INOKASHIRA}-washitsu-paid`,
      name: '2階和室（有料のイベント・集会）',
      use: 'paid-event',
      yenPerStep: 300,
      termsText: '入場料や参加費を集めるとき、物を売るときの申込みです。市から請求書をお送りします。',
      translations: {
        'ja-easy': { name: '2階 和室（わしつ） お金を あつめる 会' },
        en: { name: 'Japanese-style room (2F), events with a fee' },
      },
    },
  ],
}

const allDay = { opens: '09:00', closes: '21:00' } as const

export const inokashiraTobu: Venue = {
  venueId: INOKASHIRA,
  cityId: 'mitaka',
  name: '井の頭東部地区公会堂',
  pitch: '少ない人数の集まりにちょうどよい、まちの集会所',
  text: '三鷹台児童公園のとなりにある2階建ての集会所です。1階は洋室、2階は和室で、館内でWi-Fiが使えます。話し合い、稽古、学びの会など、いろいろな集まりにお使いください。申し込む前に利用規約をお読みください。18歳未満の方は、保護者または18歳以上の方と一緒にご利用ください。',
  address: '東京都三鷹市井の頭一丁目3番18号',
  postalCode: '181-0001',
  area: '井の頭',
  station: '京王井の頭線 三鷹台駅 徒歩5分',
  photo: null,
  phone: '0422-29-9611',
  feeRule:
    'ふだんの利用は無料です。入場料や参加費を集める催し、物を売る催しには使用料がかかります。その場合は「有料のイベント・集会」の方から申し込んでください。',
  hours: {
    mon: allDay,
    tue: { opens: '10:30', closes: '21:00' },
    wed: allDay,
    thu: allDay,
    fri: allDay,
    sat: allDay,
    sun: allDay,
    holiday: allDay,
    holidayRule: 'holiday-wins',
  },
  closures: [],
  spaces: [yoshitsu, washitsu],
  doors: [
    {
      lockId: `${INOKASHIRA}-genkan`,
      name: '玄関',
      opens: [],
      translations: { 'ja-easy': { name: '玄関（げんかん）' }, en: { name: 'Entrance' } },
    },
    {
      lockId: `${INOKASHIRA}-yoshitsu`,
      name: '1階洋室',
      opens: [yoshitsu.spaceId],
      translations: YOSHITSU,
    },
    {
      lockId: `${INOKASHIRA}-washitsu`,
      name: '2階和室',
      opens: [washitsu.spaceId],
      translations: WASHITSU,
    },
  ],
  sample: ['地域の区分'],
  translations: {
    'ja-easy': {
      name: '井の頭東部地区公会堂（いのかしら とうぶ ちく こうかいどう）',
      pitch: '少ない 人数の 集まりに よい 建物です',
      text: '2階建ての 建物です。1階に 洋室が あります。2階に 和室が あります。Wi-Fiが 使えます。18歳より 若い 人は、おとなと いっしょに 使ってください。',
    },
    en: {
      name: 'Inokashira Tobu Community Hall',
      pitch: 'A neighbourhood hall, just right for small groups',
      text: 'A two-storey hall beside Mitakadai Children’s Park, with a western-style room on the first floor, a Japanese-style room on the second, and Wi-Fi. Use it for meetings, practice or study. Please read the terms before you apply. Anyone under 18 needs a parent or another adult with them.',
    },
  },
}

export const mitakaNotices: readonly Omit<z.input<typeof publishNotice.input>, 'actor'>[] = [
  {
    noticeId: '01a1c2c1-2400-7000-8000-000000000001',
    cityId: 'mitaka',
    venueId: null,
    date: '2026-11-10',
    title: 'ログインのときにメールで届く番号を入力していただきます（サンプル）',
    body: 'パスワードのほかに、登録したメールアドレスへ届く6桁の番号を入力していただきます。番号は毎回変わり、3分以内に入力してください。',
    translations: {
      'ja-easy': {
        title: 'ログインの ときに メールで 来る 番号も 入れて ください（サンプル）',
        body: 'パスワードを 入れた あとで、メールに 6つの 数字の 番号が 来ます。その 番号を 3分の うちに 入れて ください。番号は いつも ちがいます。',
      },
      en: {
        title: 'Logging in now asks for a number sent by mail (sample)',
        body: 'Besides your password, we ask for a six-digit number that is sent to your registered mail address. It is different each time; please enter it within 3 minutes.',
      },
    },
  },
  {
    noticeId: '01a1e1a7-4c00-7000-8000-000000000001',
    cityId: 'mitaka',
    venueId: INOKASHIRA,
    date: '2026-11-16',
    title: '井の頭東部地区公会堂は火曜日だけ10時30分に開きます（サンプル）',
    body: '火曜日の開館は10時30分です。ほかの曜日と祝日は9時に開きます。祝日が火曜日に当たるときも9時に開きます。',
    translations: {
      'ja-easy': {
        title:
          '井の頭東部地区公会堂（いのかしら とうぶ ちく こうかいどう）は 火曜日だけ 10時30分に 開きます（サンプル）',
        body: '火曜日は 10時30分に 開きます。ほかの 日と、祝日（国の 休みの 日）は 9時に 開きます。火曜日が 祝日の ときも 9時に 開きます。',
      },
      en: {
        title: 'Inokashira Tobu Community Hall opens at 10:30 on Tuesdays only (sample)',
        body: 'The hall opens at 10:30 on Tuesdays. On other days and on public holidays it opens at 9:00, also where a holiday falls on a Tuesday.',
      },
    },
  },
]
