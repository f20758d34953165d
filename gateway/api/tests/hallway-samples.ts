import type { RouteSample } from './route-sample.ts'
import { IDS } from './sample-documents.ts'

const OPEN = [200, 200, 200, 200, 200, 200] as const
const LOGGED_IN = [401, 200, 200, 200, 200, 200] as const
const STAFF = [401, 403, 403, 200, 200, 200] as const
const ADMIN = [401, 403, 403, 403, 403, 200] as const
const DESK = [401, 403, 403, 404, 200, 200] as const

const notice = { venueId: null, date: '2024-11-01', title: 'お知らせ', body: '本文' }

type Bodies = { readonly APPLICATION: object; readonly ENTRY_FORM: object }

/** The rows of the matrix for days, the board, notices, favourites, watches, moves and entries. */
export function hallwaySamples({ APPLICATION, ENTRY_FORM }: Bodies): Readonly<Record<string, RouteSample>> {
  return {
    'GET /api/venues/{venueId}/days/{date}': { path: '/api/venues/hall/days/2024-12-01', expected: OPEN },
    'GET /api/venues/{venueId}/days': { path: '/api/venues/hall/days', expected: OPEN },
    'GET /api/listings/{listingId}': { path: '/api/listings/room-free', expected: OPEN },
    'GET /api/listings/{listingId}/days/{date}': {
      path: '/api/listings/room-free/days/2024-12-01',
      expected: OPEN,
    },
    'GET /api/listings/{listingId}/opening-pool': {
      path: '/api/listings/room-free/opening-pool?date=2024-12-01&limit=10',
      expected: OPEN,
    },
    'GET /api/venues/{venueId}/board': { path: '/api/venues/hall/board', expected: OPEN },
    'GET /api/venues/{venueId}/closings': { path: '/api/venues/hall/closings', expected: OPEN },
    'GET /api/me/favourites': { expected: LOGGED_IN },
    'POST /api/me/favourites': {
      json: { kind: 'venue', id: 'hall' },
      expected: [401, 201, 201, 201, 201, 201],
    },
    'DELETE /api/me/favourites/{kind}/{id}': {
      path: '/api/me/favourites/listing/room-free',
      headers: { 'content-type': 'application/json' },
      expected: [401, 204, 204, 204, 204, 204],
    },
    'POST /api/listings/{listingId}/watch': {
      path: '/api/listings/room-free/watch',
      json: { date: '2024-12-01', from: '09:00', to: '10:00' },
      expected: [401, 201, 201, 201, 201, 201],
    },
    'GET /api/me/points': { expected: LOGGED_IN },
    'GET /api/me/watches': { expected: LOGGED_IN },
    'DELETE /api/me/watches/{watchId}': {
      path: `/api/me/watches/${IDS.occupancy}`,
      headers: { 'content-type': 'application/json' },
      expected: [401, 204, 404, 404, 404, 404],
    },
    'POST /api/reservations/{reservationId}/move': {
      path: `/api/reservations/${IDS.reservation}/move`,
      json: APPLICATION,
      headers: { 'idempotency-key': 'press-0004' },
      expected: [401, 201, 404, 404, 404, 404],
    },
    'POST /api/reservations/{reservationId}/details': {
      path: `/api/reservations/${IDS.reservation}/details`,
      json: { expectedVersion: 1, eventName: '読書会', people: 12, note: '朝の読書会' },
      expected: [401, 200, 404, 404, 404, 404],
    },
    'POST /api/reservations/{reservationId}/headcount': {
      path: `/api/reservations/${IDS.reservation}/headcount`,
      json: { expectedVersion: 1, counts: [{ kindId: 'adult', people: 12 }] },
      expected: [401, 200, 404, 404, 200, 200],
    },
    'GET /api/reservations/{reservationId}/permit.pdf': {
      path: `/api/reservations/${IDS.reservation}/permit.pdf`,
      expected: [401, 409, 404, 404, 409, 409],
    },
    'GET /api/reservations/{reservationId}/invoice.pdf': {
      path: `/api/reservations/${IDS.reservation}/invoice.pdf`,
      expected: [401, 409, 404, 404, 409, 409],
    },
    'GET /api/reservations/{reservationId}/payment-receipt.pdf': {
      path: `/api/reservations/${IDS.reservation}/payment-receipt.pdf`,
      expected: [401, 409, 404, 404, 409, 409],
    },
    'GET /api/entries/{entryId}': {
      path: `/api/entries/${IDS.entry}`,
      expected: [401, 200, 404, 404, 200, 200],
    },
    'POST /api/staff/entries': {
      json: { personId: IDS.resident, form: ENTRY_FORM },
      headers: { 'idempotency-key': 'press-0005' },
      expected: [401, 403, 403, 404, 201, 201],
    },
    'GET /api/staff/today': { expected: STAFF },
    'GET /api/staff/notices': { path: '/api/staff/notices?limit=10', expected: STAFF },
    'POST /api/staff/notices/{noticeId}': {
      path: `/api/staff/notices/${IDS.notice}`,
      json: { ...notice, urgent: true, translations: { en: { title: 'Notice', body: 'Text' } } },
      expected: DESK,
    },
    'GET /api/staff/doors/{lockId}/codes': { path: '/api/staff/doors/genkan/codes', expected: DESK },
    'GET /api/staff/emergency-codes': { expected: STAFF },
    'POST /api/staff/venues/{venueId}/emergency-codes': {
      path: '/api/staff/venues/kokaido/emergency-codes',
      json: { per: 'venue', lastChange: null },
      expected: ADMIN,
    },
    'POST /api/staff/venues/{venueId}/emergency-codes/show': {
      path: '/api/staff/venues/kokaido/emergency-codes/show',
      json: {},
      expected: ADMIN,
    },
    'POST /api/staff/venues/{venueId}/spare-codes': {
      path: '/api/staff/venues/kokaido/spare-codes',
      json: { keeps: true },
      expected: ADMIN,
    },
    'POST /api/staff/mails/{mailId}/send-again': {
      path: '/api/staff/mails/01930000-0000-7000-8000-0000000000d1/send-again',
      json: {},
      expected: [401, 403, 403, 202, 202, 202],
    },
    'POST /api/staff/mails/{mailId}/letter': {
      path: '/api/staff/mails/01930000-0000-7000-8000-0000000000d1/letter',
      json: {},
      expected: STAFF,
    },
    'POST /api/staff/mails/{mailId}/told': {
      path: '/api/staff/mails/01930000-0000-7000-8000-0000000000d1/told',
      json: { by: 'phone' },
      expected: STAFF,
    },
    'POST /api/staff/doors/{lockId}/resync': {
      path: '/api/staff/doors/genkan/resync',
      json: {},
      expected: [401, 403, 403, 404, 202, 202],
    },
    'GET /api/staff/reservations/{reservationId}/key': {
      path: `/api/staff/reservations/${IDS.reservation}/key`,
      expected: DESK,
    },
    'POST /api/staff/reservations/{reservationId}/reissue-codes': {
      path: `/api/staff/reservations/${IDS.reservation}/reissue-codes`,
      json: {},
      expected: DESK,
    },
    'POST /api/staff/reservations/{reservationId}/spare-codes': {
      path: `/api/staff/reservations/${IDS.reservation}/spare-codes`,
      json: { lockId: 'room-1-door' },
      expected: DESK,
    },
    'POST /api/staff/notices/{noticeId}/withdraw': {
      path: `/api/staff/notices/${IDS.notice}/withdraw`,
      json: {},
      expected: DESK,
    },
  }
}
