import type { Fact } from '@asaichi/bus/apply-event.ts'
import type { registrationStarted } from '@asaichi/contract/identity/account.ts'
import type { loginCodeIssued } from '@asaichi/contract/identity/login.ts'
import type { passwordChanged, passwordHelpAsked } from '@asaichi/contract/identity/password.ts'
import type { permissionChanged } from '@asaichi/contract/identity/permission.ts'
import type { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import type { codesReissued } from '@asaichi/contract/lock/staff.ts'
import type { resultsReady } from '@asaichi/contract/lottery/entries.ts'
import type { watchedTimeFreed } from '@asaichi/contract/reservation/watches.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { ReservationTopic } from '../domain/mail-topic.ts'
import { insertMail, insertMails } from '../store/mails.ts'
import type { Tables } from '../store/schema.ts'

type Tx = Transaction<Tables>

/** Mail B. */
export function queueRegistration(
  tx: Tx,
  { data, version }: Fact<z.output<typeof registrationStarted.data>>,
): Promise<void> {
  const { registrationId, cityId } = data
  return insertMail(tx, { kind: 'confirm-registration', subjectId: registrationId, version, cityId })
}

/** Mail C. */
export function queueLoginCode(
  tx: Tx,
  { data, version }: Fact<z.output<typeof loginCodeIssued.data>>,
): Promise<void> {
  return insertMail(tx, { kind: 'login-code', subjectId: data.challengeId, version })
}

/** Mail A. A request that matched nobody is a row as well, and dropped when it is asked what to say. */
export function queuePasswordHelp(
  tx: Tx,
  { data, version }: Fact<z.output<typeof passwordHelpAsked.data>>,
): Promise<void> {
  return insertMail(tx, { kind: 'password-help', subjectId: data.helpId, version, cityId: data.cityId })
}

/** Mail P. */
export function queuePasswordChange(
  tx: Tx,
  { data, version }: Fact<z.output<typeof passwordChanged.data>>,
): Promise<void> {
  const { changeId, personId, cityId } = data
  return insertMail(tx, { kind: 'password-changed', subjectId: changeId, version, personId, cityId })
}

/** Mail I, for a decision. One that came with an import is told to nobody: identity has no mail for it. */
export async function queuePermission(
  tx: Tx,
  { data, version }: Fact<z.output<typeof permissionChanged.data>>,
): Promise<void> {
  const { personId, cityId, status } = data
  if (status !== 'approved' && status !== 'returned') return
  const subjectId = `${cityId}/${personId}`
  await insertMail(tx, { kind: 'permission-changed', subjectId, version, personId, cityId, outcome: status })
}

type EntryRef = { readonly entryId: string; readonly personId: string; readonly cityId: string }

/** Mail D, once for each entry. */
export function queueEntry(tx: Tx, { entryId, personId, cityId }: EntryRef): Promise<void> {
  return insertMail(tx, { kind: 'entry-received', subjectId: entryId, version: 1, personId, cityId })
}

/** Mails E and F, once for each entry and wave: which of the two it is, is asked when it is sent. */
export function queueResults(
  tx: Tx,
  { entries, cityId, sending }: z.output<typeof resultsReady.data>,
): Promise<void> {
  return insertMails(
    tx,
    entries.map(({ entryId, personId }) => ({
      kind: 'entry-result',
      subjectId: entryId,
      version: sending,
      personId,
      cityId,
    })),
  )
}

type ReservationRef = {
  readonly reservationId: string
  readonly personId: string
  readonly cityId: string
  readonly version: number
}

/** Mails G, J, K and O. */
export function queueReservation(tx: Tx, kind: ReservationTopic['kind'], ref: ReservationRef): Promise<void> {
  const { reservationId, personId, cityId, version } = ref
  return insertMail(tx, { kind, subjectId: reservationId, version, personId, cityId })
}

/** Mail M, once for each drawing of digits. */
export function queueNewCodes(
  tx: Tx,
  { reservationId, personId, issue }: z.output<typeof codesReissued.data>,
): Promise<void> {
  return insertMail(tx, { kind: 'codes-changed', subjectId: reservationId, version: issue, personId })
}

/** Mail R, once for each watch (G5). */
export function queueReopened(
  tx: Tx,
  { watchId, personId, cityId }: z.output<typeof watchedTimeFreed.data>,
): Promise<void> {
  return insertMail(tx, { kind: 'time-reopened', subjectId: watchId, version: 1, personId, cityId })
}

/** Mail H, once for each reservation: codes drawn anew later are a mail of their own (M). */
export function queueApproval(
  tx: Tx,
  { reservationId, personId }: z.output<typeof codesReady.data>,
): Promise<void> {
  return insertMail(tx, { kind: 'reservation-approved', subjectId: reservationId, version: 1, personId })
}
