import type { RouteAt, ValueOf } from '../../../api/routes.ts'

/** A notice as staff have it, with whether the public sees it (T8). */
export type StaffNotice = ValueOf<RouteAt<'get', '/api/staff/notices'>>['items'][number]
