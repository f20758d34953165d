import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/closings.ts'

export const texts: Translation<typeof ja> = {
  'closings-title': 'Block many days at once',
  'closings-link': 'Block many days, rooms or weekdays at once',
  'closings-lead':
    'Choose dates, rooms and weekdays: first you see the bookings in the way, then all is blocked in one act. At most 200 rooms and days.',
  'closings-first': 'First day',
  'closings-last': 'Last day',
  'closings-rooms': 'Rooms',
  'closings-all-rooms': 'The whole venue',
  'closings-weekdays': 'Weekdays',
  'weekdays-all': 'Every day',
  'weekdays-workdays': 'Monday to Friday',
  'weekdays-weekend': 'Weekends',
  'weekdays-mon': 'Every Monday',
  'weekdays-tue': 'Every Tuesday',
  'weekdays-wed': 'Every Wednesday',
  'weekdays-thu': 'Every Thursday',
  'weekdays-fri': 'Every Friday',
  'weekdays-sat': 'Every Saturday',
  'weekdays-sun': 'Every Sunday',
  'error-last': 'Choose a last day that is not before the first',
  'closings-look': 'See what is in the way',
  'closings-meets': 'Bookings in the way',
  'closings-counts': 'Rooms and days: {spans}. Bookings in the way: {count}.',
  'closings-none': 'No booking is in the way.',
  'closings-holds':
    'The city’s own use or closures are in the way ({count}). Remove them first, or choose other days.',
  'closings-more': 'More than 100 bookings are in the way. Split the dates or the rooms.',
  'closings-cancel': 'Cancel these bookings and block',
  'closings-cancel-text': 'All bookings above are cancelled by the city, and the reason is mailed.',
  'closings-do': 'Block these',
  'closings-done': 'Blocked: {spans}. Bookings cancelled: {count}.',
  'closings-undo': 'Remove everything of this act',
  'closings-undo-sure':
    'The times reopen at the next opening of the booking day. Cancelled bookings do not come back.',
  'closings-undone': 'Everything was removed.',
  'closings-caption': 'Bookings in the way, by time',
}
