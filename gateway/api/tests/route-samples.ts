import { signClaim } from '../src/calendar/calendar-link.ts'
import { LINK_KEY } from './api-bed.ts'
import { deskSamples } from './desk-samples.ts'
import { hallwaySamples } from './hallway-samples.ts'
import { peopleSamples } from './people-samples.ts'
import type { RouteSample } from './route-sample.ts'
import { HANAKO, IDS } from './sample-documents.ts'
import { settingsSamples } from './settings-samples.ts'
import { teamSamples } from './team-samples.ts'

const OPEN = [200, 200, 200, 200, 200, 200] as const
const ACCEPTED = [202, 202, 202, 202, 202, 202] as const
const LOGGED_IN = [401, 200, 200, 200, 200, 200] as const
const OWNER_OR_DESK = [401, 200, 404, 404, 200, 200] as const
const OWNER = [401, 200, 404, 404, 404, 404] as const
const STAFF = [401, 403, 403, 200, 200, 200] as const
const DESK = [401, 403, 403, 404, 200, 200] as const
const ADMIN = [401, 403, 403, 403, 403, 200] as const
const NOWHERE = [404, 404, 404, 404, 404, 404] as const

const EVENT = {
  eventName: '集まり',
  people: 5,
  note: '読書会',
  paidEvent: false,
  acceptedTermsVersion: '2024-04',
  guardianPresent: false,
} as const

export const APPLICATION = {
  listingId: 'room-free',
  date: '2024-12-01',
  from: '09:00',
  to: '10:00',
  ...EVENT,
}

export const ENTRY_FORM = {
  wishes: [{ listingId: 'room-free', date: '2024-12-01', from: '09:00', to: '10:00' }],
  ...EVENT,
}

export const REGISTRATION = {
  ...HANAKO,
  password: 'correct horse battery',
  acceptedTermsVersion: '2024-04',
}

const HOLD = {
  spaceId: 'room',
  kind: 'city-use',
  reason: '選挙',
  date: '2024-12-01',
  from: '09:00',
  to: '10:00',
}

const reservation = `/api/reservations/${IDS.reservation}`
const staffReservation = `/api/staff/reservations/${IDS.reservation}`
const staffRound = `/api/staff/rounds/${IDS.round}`
const entry = `/api/entries/${IDS.entry}`
const signed = signClaim(LINK_KEY, {
  reservationId: IDS.reservation,
  personId: IDS.resident,
  cityId: 'mitaka',
  expiresAt: '2099-01-01T00:00:00.000Z',
})
const applicant = `/api/staff/applicants/${IDS.resident}`
const contact = { by: 'phone' }

export const SAMPLES: Readonly<Record<string, RouteSample>> = {
  'GET /api/cities': { expected: OPEN },
  'GET /api/cities/{cityId}': { path: '/api/cities/mitaka', expected: OPEN },
  'GET /api/cities/{cityId}/notices': { path: '/api/cities/mitaka/notices?limit=5', expected: OPEN },
  'GET /api/notices/{noticeId}': { path: `/api/notices/${IDS.notice}`, expected: OPEN },
  'GET /api/cities/{cityId}/venues': { path: '/api/cities/mitaka/venues?people=5', expected: OPEN },
  'GET /api/cities/{cityId}/search-terms': { path: '/api/cities/mitaka/search-terms', expected: OPEN },
  'GET /api/cities/{cityId}/free': {
    path: '/api/cities/mitaka/free?from=2024-12-01&to=2024-12-02&timeFrom=09:00&timeTo=12:00',
    expected: OPEN,
  },
  'GET /api/venues/{venueId}': { path: '/api/venues/hall', expected: OPEN },
  'GET /api/listings/{listingId}/availability': {
    path: '/api/listings/room-free/availability?month=2024-12',
    expected: OPEN,
  },
  'GET /api/time': { expected: OPEN },
  'GET /api/session': { expected: OPEN },
  'GET /api/open-data/{cityId}/public_facility.csv': {
    path: '/api/open-data/mitaka/public_facility.csv',
    expected: OPEN,
  },
  'GET /api/open-data/{cityId}/public_facility.json': {
    path: '/api/open-data/mitaka/public_facility.json',
    expected: OPEN,
  },
  'GET /api/qr': { path: '/api/qr?path=/venues/hall', expected: OPEN },

  'GET /api/rounds': { path: '/api/rounds?cityId=mitaka&from=2024-12-01&to=2024-12-31', expected: OPEN },
  'GET /api/cities/{cityId}/rounds/{date}': { path: '/api/cities/mitaka/rounds/2024-12-01', expected: OPEN },
  'GET /api/rounds/{roundId}/bundle': { path: `/api/rounds/${IDS.round}/bundle`, expected: OPEN },
  'GET /api/audit/lottery': { path: '/api/audit/lottery?after=7&limit=500', expected: OPEN },

  'POST /api/cities/{cityId}/registrations': {
    path: '/api/cities/mitaka/registrations',
    json: REGISTRATION,
    expected: ACCEPTED,
  },
  'POST /api/passwords/judge': {
    json: { name: HANAKO.name, kana: HANAKO.kana, mail: HANAKO.mail, password: 'correct horse' },
    expected: OPEN,
  },
  'POST /api/registrations/confirm': { json: { token: 'right' }, expected: OPEN },
  'POST /api/cities/{cityId}/login': {
    path: '/api/cities/mitaka/login',
    json: { login: { kind: 'mail', mail: 'hanako@example.jp' }, password: 'correct horse' },
    expected: ACCEPTED,
  },
  'POST /api/login/code': { json: { challengeId: IDS.challenge, code: '123456' }, expected: OPEN },
  'POST /api/logout': { json: {}, expected: OPEN },
  'GET /api/me': { expected: LOGGED_IN },
  'GET /api/cities/{cityId}/permission': { path: '/api/cities/mitaka/permission', expected: LOGGED_IN },
  'POST /api/cities/{cityId}/permission': {
    path: '/api/cities/mitaka/permission',
    json: {},
    expected: LOGGED_IN,
  },

  'POST /api/reservations': {
    json: APPLICATION,
    headers: { 'idempotency-key': 'press-0001' },
    expected: [401, 201, 201, 403, 403, 403],
  },
  'GET /api/reservations': { expected: LOGGED_IN },
  'GET /api/reservations/{reservationId}': { path: reservation, expected: OWNER_OR_DESK },
  'GET /api/reservations/{reservationId}/bill': { path: `${reservation}/bill`, expected: OWNER_OR_DESK },
  'POST /api/reservations/{reservationId}/cancel': {
    path: `${reservation}/cancel`,
    json: {},
    expected: OWNER_OR_DESK,
  },
  'POST /api/reservations/{reservationId}/confirm': {
    path: `${reservation}/confirm`,
    json: {},
    expected: OWNER,
  },
  'GET /api/reservations/{reservationId}/door-codes': {
    path: `${reservation}/door-codes`,
    expected: OWNER,
  },
  'GET /api/reservations/{reservationId}/calendar-link': {
    path: `${reservation}/calendar-link`,
    expected: OWNER,
  },
  'GET /api/calendar/{file}': {
    path: `/api/calendar/${signed}.ics`,
    actsFor: 'resident',
    expected: OPEN,
  },
  'GET /api/receipts/{receiptId}': { path: `/api/receipts/${IDS.receipt}`, expected: OWNER_OR_DESK },

  'POST /api/entries': {
    json: ENTRY_FORM,
    headers: { 'idempotency-key': 'press-0002' },
    expected: [401, 201, 201, 403, 403, 403],
  },
  'GET /api/entries': { path: '/api/entries?limit=10', expected: LOGGED_IN },
  'POST /api/entries/{entryId}/withdraw': { path: `${entry}/withdraw`, json: {}, expected: OWNER },
  'GET /api/entries/{entryId}/explanation': { path: `${entry}/explanation`, expected: OWNER_OR_DESK },

  'GET /api/staff/applicants': { expected: STAFF },
  'POST /api/staff/applicants/{personId}/approve': {
    path: `${applicant}/approve`,
    json: { expectedVersion: 1, contact },
    expected: DESK,
  },
  'POST /api/staff/applicants/{personId}/return': {
    path: `${applicant}/return`,
    json: { expectedVersion: 1, reason: '書類が足りません' },
    expected: DESK,
  },
  'GET /api/staff/applications': { expected: STAFF },
  'POST /api/staff/reservations/{reservationId}/approve': {
    path: `${staffReservation}/approve`,
    json: { expectedVersion: 1 },
    expected: DESK,
  },
  'POST /api/staff/reservations/{reservationId}/refuse': {
    path: `${staffReservation}/refuse`,
    json: { expectedVersion: 1, reason: '工事' },
    expected: DESK,
  },
  'POST /api/staff/reservations/{reservationId}/cancel': {
    path: `${staffReservation}/cancel`,
    json: { reason: '停電' },
    expected: DESK,
  },
  'POST /api/staff/holds': { json: HOLD, expected: [401, 403, 403, 404, 201, 201] },
  'DELETE /api/staff/holds/{occupancyId}': {
    path: `/api/staff/holds/${IDS.occupancy}`,
    headers: { 'content-type': 'application/json' },
    expected: [401, 403, 403, 404, 204, 204],
  },
  'GET /api/staff/doors': { expected: STAFF },
  'GET /api/staff/mails': { expected: STAFF },
  // Staff elsewhere publish too, but in their own city: the test looks at the city that was sent.
  'POST /api/staff/notices': {
    json: { venueId: null, date: '2024-11-01', title: 'お知らせ', body: '本文' },
    expected: [401, 403, 403, 201, 201, 201],
  },

  ...hallwaySamples({ APPLICATION, ENTRY_FORM }),
  ...deskSamples({ APPLICATION, DESK, STAFF }),
  ...teamSamples({ OPEN, ADMIN }),
  ...settingsSamples({ ADMIN }),
  ...peopleSamples({ ACCEPTED, LOGGED_IN, STAFF, DESK }),

  'GET /api/staff/rounds/{roundId}/results': { path: `${staffRound}/results?limit=100`, expected: DESK },
  'POST /api/staff/rounds/{roundId}/try-draw': { path: `${staffRound}/try-draw`, json: {}, expected: DESK },
  'POST /api/staff/rounds/{roundId}/resend': {
    path: `${staffRound}/resend`,
    json: {},
    expected: [401, 403, 403, 404, 202, 202],
  },
  'POST /api/staff/rounds/{roundId}/cancel': {
    path: `${staffRound}/cancel`,
    json: { reason: '水道工事' },
    expected: DESK,
  },
  'POST /api/staff/rounds/{roundId}/redraw': {
    path: `${staffRound}/redraw`,
    json: { reason: '設備の点検' },
    expected: DESK,
  },

  'GET /api/demo/clock': { expected: OPEN },
  'POST /api/demo/clock': { json: { advanceMs: 1000 }, expected: ADMIN },
  // The front door of these tests was told of no mail catcher and no keypad.
  'GET /api/demo/mails': { expected: NOWHERE },
  'GET /api/demo/keypads': { expected: OPEN },
  'GET /api/demo/keypads/{lockId}': { path: '/api/demo/keypads/front', expected: NOWHERE },
  'POST /api/demo/keypads/{lockId}/press': {
    path: '/api/demo/keypads/front/press',
    json: { key: 'E' },
    expected: NOWHERE,
  },
}
