import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { venueChanged } from '@asaichi/contract/catalog/venue.ts'
import * as device from '@asaichi/contract/lock/device.ts'
import * as doorCodes from '@asaichi/contract/lock/door-codes.ts'
import * as emergency from '@asaichi/contract/lock/emergency.ts'
import * as spare from '@asaichi/contract/lock/spare.ts'
import * as staff from '@asaichi/contract/lock/staff.ts'
import {
  reservationApproved,
  reservationCancelled,
  reservationExpired,
  reservationMoved,
  reservationRefused,
} from '@asaichi/contract/reservation/reservation.ts'
import type { DueHandler } from '@asaichi/store/due-work.ts'
import type { Context } from './context.ts'
import type { LockSecrets } from './lock-secrets.ts'
import type { Tables } from './store/schema.ts'
import { changeDevice, endFormerPassword } from './verbs/change-device.ts'
import { changeEmergencyCodes } from './verbs/change-emergency-codes.ts'
import { drawDue } from './verbs/draw-soon.ts'
import { fillDue } from './verbs/fill-spares.ts'
import { destroyDigitsOf, destroyHashesOf, reviseLocksOf, tellUnconfirmed } from './verbs/follow-clock.ts'
import { getDevice } from './verbs/get-device.ts'
import { getDoorCodes } from './verbs/get-door-codes.ts'
import { getEmergencyUseMail } from './verbs/get-emergency-use-mail.ts'
import { getKeyState } from './verbs/get-key-state.ts'
import { giveSpareCode } from './verbs/give-spare-code.ts'
import { grantAccess } from './verbs/grant-access.ts'
import { keepCity } from './verbs/keep-city.ts'
import { keepSpareCodes } from './verbs/keep-spare-codes.ts'
import { keepVenue } from './verbs/keep-venue.ts'
import { listDoorCodes } from './verbs/list-door-codes.ts'
import { listDoors } from './verbs/list-doors.ts'
import { listEmergencyCodes } from './verbs/list-emergency-codes.ts'
import { redrawDue } from './verbs/redraw-codes.ts'
import { reissueCodes } from './verbs/reissue-codes.ts'
import { resyncDoor } from './verbs/resync-door.ts'
import { revokeAccess } from './verbs/revoke-access.ts'
import { showEmergencyCodes } from './verbs/show-emergency-codes.ts'

/** The edge: one line per question, fact and kind of due work. */
export function attach(context: Context & { readonly isGatewayUp: () => boolean }): void {
  const { bus, secrets } = context
  bus.serve(doorCodes.getDoorCodes, input => getDoorCodes(context, input))
  bus.serve(staff.listDoorCodes, input => listDoorCodes(context, input))
  bus.serve(staff.getKeyState, input => getKeyState(context, input))
  bus.serve(staff.reissueCodes, input => reissueCodes(context, input))
  bus.serve(staff.resyncDoor, input => resyncDoor(context, input))
  bus.serve(device.changeDevice, input => changeDevice(context, input))
  bus.serve(device.getDevice, input => getDevice(context, input))
  bus.serve(doorCodes.listDoors, input => listDoors(context, input))
  bus.serve(emergency.listEmergencyCodes, input => listEmergencyCodes(context, input))
  bus.serve(emergency.changeEmergencyCodes, input => changeEmergencyCodes(context, input))
  bus.serve(emergency.showEmergencyCodes, input => showEmergencyCodes(context, input))
  bus.serve(emergency.getEmergencyUseMail, input => getEmergencyUseMail(context, input))
  bus.serve(spare.keepSpareCodes, input => keepSpareCodes(context, input))
  bus.serve(spare.giveSpareCode, input => giveSpareCode(context, input))
  bus.listen('catalog', [
    on(cityChanged, (tx, fact) => keepCity(tx, fact.data)),
    on(venueChanged, (tx, fact) => keepVenue(tx, fact.data)),
  ])
  bus.listen('reservation', [
    on(reservationApproved, (tx, fact) => grantAccess({ tx, secrets }, fact.data)),
    on(reservationCancelled, (tx, fact) => revokeAccess(tx, fact.data)),
    on(reservationMoved, (tx, { data }) => revokeAccess(tx, { ...data, ...data.from })),
    on(reservationRefused, (tx, fact) => revokeAccess(tx, fact.data)),
    on(reservationExpired, (tx, fact) => revokeAccess(tx, fact.data)),
  ])
}

export function dueHandlers(secrets: LockSecrets): Readonly<Record<string, DueHandler<Tables>>> {
  return {
    'draw-codes': (tx, { data }) => drawDue({ tx, secrets }, data),
    'fill-spares': (tx, { data }) => fillDue({ tx, secrets }, data),
    redraw: (tx, { data }) => redrawDue({ tx, secrets }, data),
    'code-horizon': (tx, { key }) => reviseLocksOf(tx, key),
    'code-ended': (tx, { key }) => reviseLocksOf(tx, key),
    'destroy-digits': (tx, { key }) => destroyDigitsOf(tx, key),
    'destroy-hashes': (tx, { key }) => destroyHashesOf(tx, key),
    'former-password': (tx, { key }) => endFormerPassword(tx, key),
    'check-revoked': (tx, { key }) => tellUnconfirmed(tx, key),
  }
}
