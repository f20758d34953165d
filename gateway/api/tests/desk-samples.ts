import type { RouteSample } from './route-sample.ts'
import { IDS } from './sample-documents.ts'

const PLAN = {
  kind: 'closure',
  reason: '工事',
  venueId: 'hall',
  spaceIds: [],
  first: '2024-12-01',
  last: '2024-12-31',
  weekdays: ['mon'],
  from: '09:00',
  to: '10:00',
}

const PAYMENT = { means: 'cash', yen: 1_200, owedSeen: 1_200 }

/** The rows of the matrix for what staff do with the calendar. */
export function deskSamples({
  APPLICATION,
  DESK,
  STAFF,
}: {
  readonly APPLICATION: object
  readonly DESK: RouteSample['expected']
  readonly STAFF: RouteSample['expected']
}): Readonly<Record<string, RouteSample>> {
  return {
    'POST /api/staff/reservations': {
      json: { personId: IDS.resident, application: APPLICATION },
      headers: { 'idempotency-key': 'press-0003' },
      expected: [401, 403, 403, 404, 201, 201],
    },
    'POST /api/staff/reservations/approve-many': {
      json: { items: [{ reservationId: IDS.reservation, expectedVersion: 1 }] },
      expected: STAFF,
    },
    'POST /api/staff/closings/preview': { json: { plan: PLAN }, expected: DESK },
    'POST /api/staff/closings': {
      json: {
        actId: IDS.occupancy,
        plan: PLAN,
        cancel: { reason: '停電', reservationIds: [IDS.reservation] },
      },
      expected: [401, 403, 403, 404, 201, 201],
    },
    'DELETE /api/staff/closings/{actId}': {
      path: `/api/staff/closings/${IDS.occupancy}`,
      headers: { 'content-type': 'application/json' },
      expected: [401, 403, 403, 404, 204, 204],
    },
    'GET /api/staff/hold-requests': { path: '/api/staff/hold-requests', expected: STAFF },
    'POST /api/staff/hold-requests/{requestId}/allow': {
      path: `/api/staff/hold-requests/${IDS.occupancy}/allow`,
      headers: { 'content-type': 'application/json' },
      expected: [401, 403, 403, 404, 204, 204],
    },
    'GET /api/staff/bills': { path: '/api/staff/bills?of=owed&limit=5', expected: STAFF },
    'POST /api/staff/reservations/{reservationId}/reduction': {
      path: `/api/staff/reservations/${IDS.reservation}/reduction`,
      json: { expectedVersion: 1, percent: 50, reason: '社会教育団体' },
      expected: DESK,
    },
    'POST /api/staff/reservations/{reservationId}/payments': {
      path: `/api/staff/reservations/${IDS.reservation}/payments`,
      json: PAYMENT,
      headers: { 'idempotency-key': 'payment-0001' },
      expected: [401, 403, 403, 404, 201, 201],
    },
    'POST /api/staff/reservations/{reservationId}/refunds': {
      path: `/api/staff/reservations/${IDS.reservation}/refunds`,
      json: PAYMENT,
      headers: { 'idempotency-key': 'refund-00001' },
      expected: [401, 403, 403, 404, 201, 201],
    },
    'POST /api/staff/reservations/{reservationId}/payments/{postingId}/reverse': {
      path: `/api/staff/reservations/${IDS.reservation}/payments/${IDS.receipt}/reverse`,
      json: { reason: '入力の誤り' },
      expected: DESK,
    },
    'GET /api/staff/takings/{date}': { path: '/api/staff/takings/2024-12-01', expected: STAFF },
    'GET /api/staff/ledger.csv': {
      path: '/api/staff/ledger.csv?from=2024-12-01&to=2024-12-31',
      expected: STAFF,
    },
    'GET /api/staff/use-report': {
      path: '/api/staff/use-report?from=2024-12&to=2025-03',
      expected: STAFF,
    },
    'GET /api/staff/use-report.csv': {
      path: '/api/staff/use-report.csv?from=2024-12&to=2025-03',
      expected: STAFF,
    },
    'GET /api/staff/use-report.xlsx': {
      path: '/api/staff/use-report.xlsx?from=2024-12&to=2025-03',
      expected: STAFF,
    },
    'GET /api/staff/venues/{venueId}/days/{date}/sheet.pdf': {
      path: '/api/staff/venues/hall/days/2024-12-01/sheet.pdf',
      expected: DESK,
    },
    'POST /api/staff/search': { json: { query: '太郎' }, expected: STAFF },
    'GET /api/staff/people/{personId}/reservations': {
      path: `/api/staff/people/${IDS.resident}/reservations?limit=5`,
      expected: STAFF,
    },
    'GET /api/staff/people/{personId}/points': {
      path: `/api/staff/people/${IDS.resident}/points`,
      expected: STAFF,
    },
    'POST /api/staff/reservations/{reservationId}/no-show': {
      path: `/api/staff/reservations/${IDS.reservation}/no-show`,
      json: {},
      expected: DESK,
    },
    'POST /api/staff/points/{pointId}/waive': {
      path: `/api/staff/points/${IDS.receipt}/waive`,
      json: { reason: '台風のため' },
      expected: DESK,
    },
    'POST /api/staff/people/names': { json: { personIds: [IDS.resident] }, expected: STAFF },
    'GET /api/staff/venues/{venueId}/days/{date}': {
      path: '/api/staff/venues/hall/days/2024-12-01',
      expected: DESK,
    },
    'GET /api/staff/holds': { path: '/api/staff/holds?from=2024-12-01&to=2024-12-31', expected: STAFF },
    'GET /api/staff/attempts': {
      path: '/api/staff/attempts?listingId=room-free&date=2024-12-01&from=09:00&to=10:00',
      expected: DESK,
    },
  }
}
