import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import { getDoorCodes, listDoors } from '@asaichi/contract/lock/door-codes.ts'
import { listDoorCodes, reissueCodes, resyncDoor } from '@asaichi/contract/lock/staff.ts'
import {
  reservationApproved,
  reservationCancelled,
  reservationExpired,
  reservationRefused,
} from '@asaichi/contract/reservation/reservation.ts'
import type { DueHandler } from '@asaichi/store/due-work.ts'
import type { Context } from './context.ts'
import type { LockSecrets } from './lock-secrets.ts'
import type { Tables } from './store/schema.ts'
import { drawDue } from './verbs/draw-soon.ts'
import { destroyDigitsOf, destroyHashesOf, reviseLocksOf, tellUnconfirmed } from './verbs/follow-clock.ts'
import { readDoorCodes } from './verbs/get-door-codes.ts'
import { grantAccess } from './verbs/grant-access.ts'
import { keepCity } from './verbs/keep-city.ts'
import { keepVenue } from './verbs/keep-venue.ts'
import { readDoorList } from './verbs/list-door-codes.ts'
import { readBoard } from './verbs/list-doors.ts'
import { reissue } from './verbs/reissue-codes.ts'
import { resync } from './verbs/resync-door.ts'
import { revokeAccess } from './verbs/revoke-access.ts'

/** The edge: one line per question, fact and kind of due work. */
export function attach(context: Context): void {
  const { bus, secrets } = context
  bus.serve(getDoorCodes, input => readDoorCodes(context, input))
  bus.serve(listDoorCodes, input => readDoorList(context, input))
  bus.serve(reissueCodes, input => reissue(context, input))
  bus.serve(resyncDoor, input => resync(context, input))
  bus.serve(listDoors, input => readBoard(context, input))
  bus.listen('catalog', [
    on(cityChanged, (tx, fact) => keepCity(tx, fact.data)),
    on(venueChanged, (tx, fact) => keepVenue(tx, fact.data)),
  ])
  bus.listen('reservation', [
    on(reservationApproved, (tx, fact) => grantAccess({ tx, secrets }, fact.data)),
    on(reservationCancelled, (tx, fact) => revokeAccess(tx, fact.data)),
    on(reservationRefused, (tx, fact) => revokeAccess(tx, fact.data)),
    on(reservationExpired, (tx, fact) => revokeAccess(tx, fact.data)),
  ])
}

export function dueHandlers(secrets: LockSecrets): Readonly<Record<string, DueHandler<Tables>>> {
  return {
    'draw-codes': (tx, { data }) => drawDue({ tx, secrets }, data),
    'code-horizon': (tx, { key }) => reviseLocksOf(tx, key),
    'code-ended': (tx, { key }) => reviseLocksOf(tx, key),
    'destroy-digits': (tx, { key }) => destroyDigitsOf(tx, key),
    'destroy-hashes': (tx, { key }) => destroyHashesOf(tx, key),
    'check-revoked': (tx, { key }) => tellUnconfirmed(tx, key),
  }
}
