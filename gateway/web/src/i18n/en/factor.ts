import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/factor.ts'

export const texts: Translation<typeof ja> = {
  'first-title': 'Please set up an authenticator app first',
  'first-text':
    'Staff and admins of this city log in with an authenticator app. Nothing else is possible until it is set up.',
  none: 'For now a code comes by mail at each login.',
  what: 'With an authenticator app you log in with the six digits that the app on your phone shows, in place of the mail. Any app for one-time passwords (TOTP) will do, such as Google Authenticator, Microsoft Authenticator or Passwords on an iPhone.',
  since: 'You have logged in with an app since {day}.',
  'codes-left': 'Recovery codes not used yet: {count}',
  lost: 'If you lose the phone, log in with a recovery code and set up the app on a new one. Without recovery codes, ask another admin to remove the app.',
  begin: 'Set up an authenticator app',
  'begin-anew': 'Set it up on a new phone',
  'begin-over': 'Make a new code to scan',
  'scan-title': '1. Scan with the app',
  'scan-text': 'Open the authenticator app, choose “add”, and scan this code.',
  'scan-alt': 'Code to scan with the authenticator app',
  'type-text':
    'If it cannot be scanned, choose “enter by hand” in the app and type these letters. Show them to nobody.',
  'confirm-title': '2. Type the app’s code',
  'code-first': 'Code that the app shows',
  'code-first-hint': 'Six digits; they change every 30 seconds',
  confirm: 'Finish',
  done: 'The authenticator app is set up',
  'codes-text':
    'From the next login on, use the app’s code. The recovery codes below are shown now and never again: print or copy them, and lock them away.',
  'codes-title': 'Recovery codes',
  'codes-print': 'Print',
  'codes-kept': 'They are kept. Go on',
  'code-mail': 'Mailed code',
  'code-app': 'Code of the authenticator app',
  'code-app-hint': 'The six digits that the app shows, or a recovery code (each works once)',
  'code-missing': 'Please type the code.',
  'again-title': 'Is it you?',
  'again-text':
    'This is an important step, so please type a code once more. What you have typed stays. It counts for ten minutes.',
  'again-do': 'Confirm and go on',
  'again-mail': 'Send the mail again',
  'again-anew': 'Start again',
  'login-lead': 'Open the authenticator app and type the six digits that it shows.',
  'login-over': 'Three minutes have passed, or five codes were wrong. Please log in again from the start.',
  'login-lost': 'Without the phone, type a recovery code. If you have none, please turn to another admin.',
}
