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
  'move-not-offered': 'This city does not offer changes',
  'move-not-offered-text': 'This city does not move bookings. Please cancel and book again.',
  'move-over': 'This booking is over and cannot be changed',
  'move-room': 'Room',
  'move-same': 'This is the time you have. Choose another day or time.',
  'details-title': 'Correct the booking',
  'details-lead':
    'You can correct the event’s name, the number of people and the note until the use begins. Time and approval stay as they are.',
  'details-save': 'Save the correction',
  'details-error-people': 'Enter the number of people as a number of 1 or more',
  'details-error-event': 'Enter the name of the event',
  'details-error-purpose': 'Choose the purpose of use',
  'details-error-note': 'Enter group and purpose in the note',
  'details-over': 'This booking cannot be corrected any more',
}
