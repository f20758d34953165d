import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/acts.ts'

export const texts: Translation<typeof ja> = {
  title: 'What was done with your account',
  text: 'Newest first. If you see something that was not you, change your password and tell the city.',
  none: 'Nothing yet.',
  'act-log-in': 'Login',
  'act-wrong-passwords': 'Wrong passwords were tried several times',
  'act-change-password': 'Password changed',
  'act-change-mail': 'Mail address changed',
  'act-change-profile': 'Data changed',
  'act-approve-permission': 'Permission approved',
  'act-return-permission': 'Permission returned',
  'act-record-contact': 'A call, SMS or visit was recorded',
  'act-search-people': 'Searched people and bookings (as staff)',
  'act-view-person': 'Data looked at',
  'act-by': '{act} ({by})',
  'by-self': 'you',
  'by-staff': 'city staff',
  'by-unknown': 'unknown',
}
