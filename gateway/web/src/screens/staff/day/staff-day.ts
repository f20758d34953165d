import type { StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { type Message, say } from '../../../i18n/message.ts'

/** A facility's day as staff see it. */
export type StaffDay = ValueOf<RouteAt<'get', '/api/staff/venues/{venueId}/days/{date}'>>

const KINDS: Readonly<Record<StaffOccupancy['kind'], Key>> = {
  reservation: 'staff.kind-reservation',
  'city-use': 'staff.kind-city-use',
  closure: 'staff.kind-closure',
  reopening: 'staff.kind-reopening',
}

export function kindText(kind: StaffOccupancy['kind']): Key {
  return KINDS[kind]
}

/** What stands in the cell: the event, or the reason of the city's own use. */
export function wordsOf({ reservation, reason, kind }: StaffOccupancy): Message {
  return reservation?.eventName ?? reason ?? say(kindText(kind))
}
