import type { MailKind } from '@asaichi/contract/notification/mails.ts'
import { codesChanged } from './codes-changed.ts'
import { confirmRegistration } from './confirm-registration.ts'
import { entryReceived } from './entry-received.ts'
import { entryResult } from './entry-result.ts'
import { loginCode } from './login-code.ts'
import type { Mail } from './mail.ts'
import { mailChangeCode } from './mail-change-code.ts'
import { mailChanged } from './mail-changed.ts'
import { passwordChanged } from './password-changed.ts'
import { passwordHelp } from './password-help.ts'
import { permissionChanged } from './permission-changed.ts'
import { reservationApproved } from './reservation-approved.ts'
import { reservationCancelled } from './reservation-cancelled.ts'
import { reservationExpired } from './reservation-expired.ts'
import { reservationReceived } from './reservation-received.ts'
import { reservationRefused } from './reservation-refused.ts'
import { timeReopened } from './time-reopened.ts'

/** Every kind of the contract, each in the file of its name. */
export const MAILS: { readonly [K in MailKind]: Mail<K> } = {
  'confirm-registration': confirmRegistration,
  'login-code': loginCode,
  'password-help': passwordHelp,
  'password-changed': passwordChanged,
  'mail-change-code': mailChangeCode,
  'mail-changed': mailChanged,
  'permission-changed': permissionChanged,
  'entry-received': entryReceived,
  'entry-result': entryResult,
  'reservation-received': reservationReceived,
  'reservation-approved': reservationApproved,
  'reservation-refused': reservationRefused,
  'reservation-cancelled': reservationCancelled,
  'reservation-expired': reservationExpired,
  'codes-changed': codesChanged,
  'time-reopened': timeReopened,
}
