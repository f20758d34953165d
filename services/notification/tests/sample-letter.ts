import type { EntryFacts } from '../src/about/entry.ts'
import type { InvoiceFacts } from '../src/about/invoice.ts'
import type { ReservationFacts } from '../src/about/reservation.ts'
import type { Frame } from '../src/domain/letter.ts'
import type { PointsFacts } from '../src/mails/points-given.ts'

export const FRAME = {
  city: {
    cityId: 'mitaka',
    name: '三鷹市',
    office: {
      name: '三鷹市 試験課',
      address: '三鷹市野崎1-1-1',
      phone: '0422-00-0000',
      sms: '080-0000-0000',
      hours: '平日 08:30～17:15',
      url: 'https://mitaka.example.jp',
      mail: 'office@mitaka.example.jp',
    },
  },
  name: '山田 花子',
  publicUrl: 'https://asaichi.example.jp',
} as const satisfies Frame

export const FACTS: ReservationFacts = {
  reservationId: '01930000-0000-7000-8000-000000000001',
  cityId: 'mitaka',
  venueId: 'inokashira',
  spaceId: 'room-1',
  listingId: 'room-1-free',
  venueName: '井の頭東部地区公会堂',
  spaceName: '1階洋室',
  venueAddress: '三鷹市井の頭1-1-1',
  spaceHasDoor: true,
  personId: '01930000-0000-7000-8000-000000000002',
  status: 'approved',
  version: 2,
  number: '789564',
  date: '2024-12-01',
  from: '09:00',
  to: '12:00',
  startsAt: '2024-12-01T00:00:00.000Z',
  endsAt: '2024-12-01T03:00:00.000Z',
  eventName: '町会の役員会',
  people: 10,
  note: '井の頭町会\n役員会',
  yen: 0,
  requestedAt: '2024-11-03T22:00:00.000Z',
  answerBy: '2024-12-01T00:00:00.000Z',
  reason: null,
  cancelledBy: null,
  entryId: null,
  confirmBy: null,
}

/** The invoice of that booking, as if it cost something. */
export const INVOICE: InvoiceFacts = {
  reservation: { ...FACTS, yen: 1_800 },
  venueAddress: FACTS.venueAddress,
  invoice: {
    invoiceId: '01930000-0000-7000-8000-000000000009',
    number: '2024-000012',
    issuedOn: '2024-11-10',
    dueOn: '2024-11-24',
    yen: 1_800,
    item: {
      venueName: FACTS.venueName,
      spaceName: FACTS.spaceName,
      date: FACTS.date,
      from: FACTS.from,
      to: FACTS.to,
    },
    isDifference: false,
    tax: [{ percent: 10, yen: 1_800, taxYen: 163 }],
    payee: '三鷹市長',
    bankAccount: '試験銀行 三鷹支店\n普通 1234567 ミタカシ',
    registrationNumber: 'T1234567890123',
  },
  bill: {
    reservationId: FACTS.reservationId,
    invoiceId: '01930000-0000-7000-8000-000000000009',
    charged: 1_800,
    paid: 0,
    owed: 1_800,
    standing: 'unpaid',
    dueOn: '2024-11-24',
    overdue: false,
  },
}

/** An entry with two wishes, before its draw. */
export const ENTRY: EntryFacts = {
  entryId: 'a2c1d7f0-93b4-4e6a-8d25-0f6e1b9c3a57',
  roundId: '01930000-0000-7000-8000-000000000003',
  cityId: 'mitaka',
  venueId: 'inokashira',
  venueAddress: '三鷹市井の頭1-1-1',
  personId: FACTS.personId,
  status: 'entered',
  wishes: [wish({}), wish({ spaceName: '2階和室', listingId: 'room-2-free' })],
  wonWish: null,
  position: null,
  eventName: FACTS.eventName,
  people: FACTS.people,
  note: FACTS.note,
  enteredAt: '2024-10-27T00:00:00.000Z',
  closesAt: '2024-11-02T15:00:00.000Z',
  drawAt: '2024-11-02T22:00:00.000Z',
  reservationId: null,
}

export function wish(differences: Partial<EntryFacts['wishes'][number]>): EntryFacts['wishes'][number] {
  const { listingId, date, from, to, venueName, spaceName } = FACTS
  return { listingId, date, from, to, venueName, spaceName, ...differences }
}

/** `FACTS` as every mail about them writes them in Japanese. */
export const FACT_LINES = [
  '会場：井の頭東部地区公会堂 1階洋室\n',
  '利用日：2024年（令和6年）12月1日（日）\n',
  '時間：09:00～12:00\n',
  '住所：三鷹市井の頭1-1-1\n',
  'イベント名：町会の役員会\n',
  '利用人数：10人\n',
  '備考：井の頭町会\n　　役員会\n',
]

/** What its owner got for not coming to that booking. */
export const POINTS: PointsFacts = {
  rules: { noShow: 2, bannedAt: 3, countedDays: 180, banDays: 30 },
  counted: 2,
  bannedUntil: null,
  point: {
    pointId: '01930000-0000-7000-8000-0000000000d1',
    reservationId: FACTS.reservationId,
    cause: 'no-show',
    points: 2,
    at: FACTS.endsAt,
    waivedAt: null,
    waivedBecause: null,
  },
  cityId: FACTS.cityId,
  personId: FACTS.personId,
  venueName: FACTS.venueName,
  spaceName: FACTS.spaceName,
  date: FACTS.date,
  from: FACTS.from,
  to: FACTS.to,
  placeNames: [],
}
