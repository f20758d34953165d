import { on } from '@asaichi/bus/apply-event.ts'
import { cityChanged } from '@asaichi/contract/catalog/city.ts'
import { registrationStarted } from '@asaichi/contract/identity/account.ts'
import { loginCodeIssued } from '@asaichi/contract/identity/login.ts'
import { passwordChanged, passwordHelpAsked } from '@asaichi/contract/identity/password.ts'
import { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { codesReissued } from '@asaichi/contract/lock/staff.ts'
import { entryReceived, resultsReady } from '@asaichi/contract/lottery/entries.ts'
import { listMails } from '@asaichi/contract/notification/mails.ts'
import {
  reservationCancelled,
  reservationExpired,
  reservationRefused,
  reservationRequested,
} from '@asaichi/contract/reservation/reservation.ts'
import { watchedTimeFreed } from '@asaichi/contract/reservation/watches.ts'
import type { Context } from './context.ts'
import { keepSignature } from './store/cities.ts'
import { listMailsOfCity } from './verbs/list-mails.ts'
import {
  queueApproval,
  queueEntry,
  queueLoginCode,
  queueNewCodes,
  queuePasswordChange,
  queuePasswordHelp,
  queuePermission,
  queueRegistration,
  queueReopened,
  queueReservation,
  queueResults,
} from './verbs/queue-mail.ts'

/** The edge: one line per question and per fact. */
export function attach({ bus, db }: Pick<Context, 'bus' | 'db'>): void {
  bus.serve(listMails, input => listMailsOfCity(db, input))

  bus.listen('catalog', [on(cityChanged, (tx, fact) => keepSignature(tx, fact.data))])
  bus.listen('identity', [
    on(registrationStarted, queueRegistration),
    on(loginCodeIssued, queueLoginCode),
    on(passwordHelpAsked, queuePasswordHelp),
    on(passwordChanged, queuePasswordChange),
    on(permissionChanged, queuePermission),
  ])
  bus.listen('lottery', [
    on(entryReceived, (tx, fact) => queueEntry(tx, fact.data)),
    on(resultsReady, (tx, fact) => queueResults(tx, fact.data)),
  ])
  bus.listen('reservation', [
    on(reservationRequested, (tx, fact) => queueReservation(tx, 'reservation-received', fact.data)),
    on(reservationRefused, (tx, fact) => queueReservation(tx, 'reservation-refused', fact.data)),
    on(reservationCancelled, (tx, fact) => queueReservation(tx, 'reservation-cancelled', fact.data)),
    on(reservationExpired, (tx, fact) => queueReservation(tx, 'reservation-expired', fact.data)),
    on(watchedTimeFreed, (tx, fact) => queueReopened(tx, fact.data)),
  ])
  // The approval itself sends nothing: mail H carries the codes, so it waits until they are drawn.
  bus.listen('lock', [
    on(codesReady, (tx, fact) => queueApproval(tx, fact.data)),
    on(codesReissued, (tx, fact) => queueNewCodes(tx, fact.data)),
  ])
}
