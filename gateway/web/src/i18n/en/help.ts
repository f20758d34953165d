import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/help.ts'

export const texts: Translation<typeof ja> = {
  'help-title': 'Help',
  'help-lead': 'Why you cannot book, and answers to common questions. If in doubt, please call.',
  'why-title': 'Why can I not book?',
  'why-logged-out': 'You are not logged in',
  'why-logged-out-text': 'You need no login to look, but you must log in to apply.',
  'why-staff': 'You are logged in as staff',
  'why-staff-text': 'Book for a caller from the staff pages.',
  'why-not-approved': 'Your permission is not approved yet',
  'why-quota': 'You hold as many bookings as allowed',
  'why-quota-text':
    'You may hold {most} {most:one=booking,other=bookings} at a time and have {count}, those won in a lottery included. After using or cancelling one you can apply again.',
  'why-quota-left':
    'You may hold {most} {most:one=booking,other=bookings} at a time and have {count}. What you win in a lottery is yours beyond that.',
  'why-all-well': 'You can apply',
  'why-all-well-text':
    'You are logged in and approved. If you still cannot apply, the day is outside its period or taken. Check the day below.',
  'day-check-title': 'Check a day',
  'day-check-room': 'Room',
  'day-check-date': 'Day of use',
  'day-check-do': 'Check',
  'day-check-room-missing': 'Choose a room',
  'day-check-date-missing': 'Enter the day of use',
  'day-of-use': 'Day of use: {day}',
  'day-lottery': 'Lottery entries: {from} – {to}',
  'day-first-come': 'First come, first served: {from} – {to}',
  'day-closed': 'Closed on this day',
  'day-is-lottery': 'Lottery entries are open now',
  'day-is-first-come': 'Open now, first come, first served',
  'day-before-lottery': 'Not open yet',
  'day-before-first-come': 'Lottery entries are over; first come, first served opens next',
  'day-over': 'Applications for this day are over',
  'windows-title': 'When you can apply',
  'window-rolling':
    'Lottery: you can enter from {opens} to {closes} {closes:one=day,other=days} before the day of use. Being early gives no advantage.',
  'window-rolling-draw': 'Results: {days} {days:one=day,other=days} before the day of use, at {time}.',
  'window-monthly':
    'Lottery: you can enter from day {opens} to day {closes} of the month, {months} {months:one=month,other=months} before the month of use.',
  'window-monthly-draw': 'Results: on the next day {day} of a month, at {time}.',
  'window-first-come':
    'First come, first served: what is left opens {days} {days:one=day,other=days} before the day of use, at {time}.',
  'window-first-come-day':
    'First come, first served: what is left opens on the next day {day} of a month after the draw, at {time}.',
  'window-first-come-draw': 'First come, first served: what is left opens when the results are out.',
  'window-closes':
    'Applications end {days} office {days:one=day,other=days} before the day of use (weekends, holidays and year-end do not count).',
  'questions-title': 'Common questions',
  'ask-first': 'How do I start?',
  'answer-first':
    'Register, finish the registration from the mail, log in and apply for permission. The city confirms you by phone or SMS; then you can book.',
  'way-register': 'Register',
  'ask-lost': 'I lost the lottery. What now?',
  'answer-lost': 'From the same moment on, whatever is left can be booked first come, first served.',
  'way-free': 'Find a free room',
  'ask-password': 'I forgot my password.',
  'answer-password':
    'Enter your member number, name, date of birth and mail address. A temporary password comes by mail.',
  'way-password': 'Get a temporary password',
  'ask-code': 'The login code does not arrive.',
  'answer-code':
    'Look into your spam folder. A code works for three minutes; after that press “Send a new code”.',
  'ask-change': 'How do I cancel or change a booking?',
  'answer-change': 'Choose the booking on “My page”, then cancel or change it.',
  'way-my': 'Go to my page',
  'ask-door': 'How do I open the door?',
  'answer-door':
    'After approval the door code comes by mail and on your page. Enter it on the keypad at the door.',
  'way-guide': 'See how to open the door',
  'ask-language': 'How do I change language or text size?',
  'answer-language': 'Use “Language” and “Text size” on top of every page. No login is needed.',
  'phone-title': 'Ask by phone',
}
