import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/mails.ts'

export const texts: Translation<typeof ja> = {
  'mails-title': 'Mails not delivered',
  'mails-note':
    'The mail server refuses these or has not answered for long. Tell the person by phone, and send again once it is mended.',
  'mails-what': 'Mail',
  'mails-to': 'To',
  'mails-since': 'First tried',
  'mails-failed': 'Given up',
  'mails-waiting': 'Still being tried (tries: {count})',
  'mails-again': 'Send again',
  'mails-being-sent': 'Being sent again. It leaves this list once delivered.',
  'mails-error': 'Answer of the mail server: {error}',
  'mail-confirm-registration': 'Confirm the registration',
  'mail-mail-change-code': 'Code for a change of mail address',
  'mail-mail-changed': 'Mail address changed',
  'mail-login-code': 'Login code',
  'mail-password-help': 'Temporary password',
  'mail-password-changed': 'Password changed',
  'mail-entry-received': 'Lottery entry received',
  'mail-entry-result': 'Result of the draw',
  'mail-reservation-received': 'Application received',
  'mail-reservation-approved': 'Booking approved (door code)',
  'mail-permission-changed': 'Permission decided',
  'mail-reservation-refused': 'Booking refused',
  'mail-reservation-cancelled': 'Booking cancelled',
  'mail-reservation-expired': 'Booking expired',
  'mail-codes-changed': 'Door code changed',
  'mail-time-reopened': 'Time free again',
}
