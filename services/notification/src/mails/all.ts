import { confirmRegistration } from './account/confirm-registration.ts'
import { deviceRemembered } from './account/device-remembered.ts'
import { loginCode } from './account/login-code.ts'
import { mailChangeCode } from './account/mail-change-code.ts'
import { mailChanged } from './account/mail-changed.ts'
import { memberInvited } from './account/member-invited.ts'
import { passwordChanged } from './account/password-changed.ts'
import { passwordHelp } from './account/password-help.ts'
import { permissionChanged } from './account/permission-changed.ts'
import { personWithdrawn } from './account/person-withdrawn.ts'
import { registrationFinished } from './account/registration-finished.ts'
import { secondFactorChanged } from './account/second-factor-changed.ts'
import { answersWanted } from './answers-wanted.ts'
import { codesChanged } from './codes-changed.ts'
import { drawRepeated } from './draw-repeated.ts'
import { emergencyCodeUsed } from './emergency-code-used.ts'
import { entryReceived } from './entry-received.ts'
import { entryResult } from './entry-result.ts'
import { invoiceIssued } from './invoices/invoice-issued.ts'
import { invoiceOverdue } from './invoices/invoice-overdue.ts'
import { invoiceReminded } from './invoices/invoice-reminded.ts'
import type { Mail } from './mail.ts'
import { pointsGiven } from './points-given.ts'
import { reservationApproved } from './reservation-approved.ts'
import { reservationCancelled } from './reservation-cancelled.ts'
import { reservationExpired } from './reservation-expired.ts'
import { reservationMoved } from './reservation-moved.ts'
import { reservationNears } from './reservation-nears.ts'
import { reservationReceived } from './reservation-received.ts'
import { reservationRefused } from './reservation-refused.ts'
import { timeReopened } from './time-reopened.ts'

const ALL: readonly Mail[] = [
  confirmRegistration,
  registrationFinished,
  loginCode,
  passwordHelp,
  passwordChanged,
  deviceRemembered,
  secondFactorChanged,
  mailChangeCode,
  mailChanged,
  permissionChanged,
  personWithdrawn,
  memberInvited,
  entryReceived,
  drawRepeated,
  entryResult,
  reservationReceived,
  reservationMoved,
  reservationApproved,
  reservationRefused,
  reservationCancelled,
  reservationExpired,
  reservationNears,
  answersWanted,
  codesChanged,
  emergencyCodeUsed,
  invoiceIssued,
  invoiceReminded,
  invoiceOverdue,
  timeReopened,
  pointsGiven,
]

/** Every mail by its kind, each in the file of its name. */
export const MAILS: ReadonlyMap<string, Mail> = new Map(ALL.map(mail => [mail.kind, mail]))
