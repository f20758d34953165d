import type { RouteAt, ValueOf } from '../../../api/routes.ts'

/** An application as the queue has it (T3). */
export type WaitingApplication = ValueOf<RouteAt<'get', '/api/staff/applications'>>['items'][number]
