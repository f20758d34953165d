import type { RouteAt, ValueOf } from '../../../api/routes.ts'

export type WholeBill = ValueOf<RouteAt<'get', '/api/reservations/{reservationId}/bill'>>
