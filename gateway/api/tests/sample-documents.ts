import { demoSpace, demoVenue, NEVER_OPEN } from '@asaichi/testkit/demo-venue.ts'
import { sampleReservation } from '@asaichi/testkit/sample-reservation.ts'

/** What somebody tells of themselves. */
export const HANAKO = {
  name: '三鷹 花子',
  kana: 'ミタカ ハナコ',
  birthDate: '1980-04-01',
  postalCode: '181-0001',
  address: '三鷹市1-1',
  phone: '090-0000-0000',
  mail: 'hanako@example.jp',
} as const

export const IDS = {
  resident: '01930000-0000-7000-8000-000000000001',
  stranger: '01930000-0000-7000-8000-000000000002',
  staff: '01930000-0000-7000-8000-000000000003',
  staffElsewhere: '01930000-0000-7000-8000-000000000004',
  admin: '01930000-0000-7000-8000-000000000005',
  operator: '01930000-0000-7000-8000-000000000006',
  reservation: '01930000-0000-7000-8000-0000000000a1',
  receipt: '01930000-0000-7000-8000-0000000000a2',
  occupancy: '01930000-0000-7000-8000-0000000000a3',
  notice: '01930000-0000-7000-8000-0000000000a4',
  challenge: '01930000-0000-7000-8000-0000000000a5',
  round: '01930000-0000-7000-8000-0000000000a6',
  entry: 'a2c1d7f0-93b4-4e6a-8d25-0f6e1b9c3a57',
} as const

export const INSTANT = '2024-11-03T00:00:00.000Z'

export const NOTICE = {
  noticeId: IDS.notice,
  cityId: 'mitaka',
  venueId: null,
  venueName: null,
  date: '2024-11-01',
  title: 'お知らせ',
  body: '本文',
  urgent: false,
  showFrom: null,
  showUntil: null,
}

export const VENUE = demoVenue({
  venueId: 'hall',
  cityId: 'mitaka',
  name: '公会堂',
  hours: { ...NEVER_OPEN, holiday: 'closed', holidayRule: 'holiday-wins' },
  closures: [],
  spaces: [
    demoSpace({
      spaceId: 'room',
      name: '洋室',
      listings: [{ listingId: 'room-free', name: '洋室', use: 'free', yenPerStep: 0, termsText: null }],
    }),
  ],
  doors: [],
  sample: [],
})

export const AVAILABILITY_TEXT = '{"listingId":"room-free","month":"2024-12","days":[]}'

export const RESERVATION = sampleReservation({
  reservationId: IDS.reservation,
  personId: IDS.resident,
  requestedAt: INSTANT,
})

export const RECEIPT = {
  receiptId: IDS.receipt,
  listingId: 'room-free',
  date: '2024-12-01',
  from: '09:00',
  to: '10:00',
  place: 1,
  decidedAt: INSTANT,
  outcome: 'accepted',
  reason: null,
  blocker: null,
  reservationId: IDS.reservation,
} as const
