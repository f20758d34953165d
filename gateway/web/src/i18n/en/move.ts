import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/move.ts'

export const texts: Translation<typeof ja> = {
  'move-title': 'Change the time or the room',
  'move-step-1': 'New time',
  'move-step-2': 'Check',
  'move-step-3': 'Done',
  'move-now': 'Booked now:',
  'move-lead':
    'Your booking changes at the moment the new time is yours. If it cannot be had, nothing changes.',
  'move-choose': 'Choose the new date and time',
  'move-choose-text':
    'Only days that can be booked now are offered, none of the lottery. The time you have is marked “Your booking”: you may shift, lengthen or shorten it.',
  'move-day-first': 'First choose a day in the calendar above.',
  'move-times': ': times',
  'move-next': 'Go on to check',
  'move-check': 'Check before you change',
  'move-old': 'Old time',
  'move-new': 'New time',
  'move-first-books':
    'The new time replaces the old one in one step. What you give up can be booked by others later.',
  'move-approval': 'The new time needs the approval of the city again.',
  'move-adult': 'Someone of 18 or older is present the whole time',
  'move-adult-missing': 'Please tick that someone of 18 or older is present',
  terms: 'Read the terms',
  'move-terms': 'I accept the terms of use',
  'move-terms-missing': 'Please read the terms and tick that you accept them',
  'move-do': 'Change to this time',
  'move-back': 'Choose another time',
  'move-refused': 'Nothing was changed',
  'move-unchanged': 'Your booking is as it was. Press “Choose another time” to try a different one.',
  'move-not-offered': 'This city does not offer changes',
  'move-not-offered-text': 'This city does not move bookings. Please cancel and book again.',
  'move-over': 'This booking is over and cannot be changed',
  'move-room': 'Room',
  'move-same': 'This is the time you have. Choose another day or time.',
  'move-keeps': 'The city’s approval stays. You get a new booking number and new door codes.',
  'move-loses-title': 'You give up the approval you have',
  'move-loses':
    'The new time needs the city’s approval again. It may be refused, and the old time does not come back. Your booking number and door codes stop working; new ones come with the approval.',
  'details-title': 'Correct the booking',
  'details-lead':
    'You can correct the event’s name, the number of people and the note until the use begins. Time and approval stay as they are.',
  'details-save': 'Save the correction',
  'details-error-people': 'Enter the number of people as a number of 1 or more',
  'details-error-event': 'Enter the name of the event',
  'details-error-note': 'Enter group and purpose in the note',
  'details-over': 'This booking cannot be corrected any more',
}
