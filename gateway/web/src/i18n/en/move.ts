import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/move.ts'

export const texts: Translation<typeof ja> = {
  'move-title': 'Change date or time',
  'move-step-1': 'New time',
  'move-step-2': 'Check',
  'move-step-3': 'Done',
  'move-now': 'Booked now:',
  'move-lead':
    'Your present booking is cancelled only when the new time is yours. If it cannot be had, nothing changes.',
  'move-choose': 'Choose the new date and time',
  'move-choose-text':
    'Only days that can be booked now can be chosen, not days of the lottery. Your own present time is shown as booked.',
  'move-day-first': 'First choose a day in the calendar above.',
  'move-times': ': times',
  'move-next': 'Go on to check',
  'move-check': 'Check before you change',
  'move-old': 'Old time',
  'move-new': 'New time',
  'move-first-books': 'The new time is booked first, then the old one is cancelled.',
  'move-approval': 'The new time needs the approval of the city again.',
  'move-codes': 'The present booking number and door codes stop working. New ones come after the approval.',
  'move-adult': 'Someone of 18 or older is present the whole time',
  'move-adult-missing': 'Please tick that someone of 18 or older is present',
  terms: 'Read the terms',
  'move-terms': 'I accept the terms of use',
  'move-terms-missing': 'Please read the terms and tick that you accept them',
  'move-do': 'Change to this time',
  'move-back': 'Choose another time',
  'move-refused': 'Nothing was changed',
  'move-unchanged': 'Your booking is as it was. Press “Choose another time” to try a different one.',
  'moved-title': 'The new time is requested',
  'move-not-offered': 'This city does not offer changes',
  'move-not-offered-text': 'This city does not move bookings. Please cancel and book again.',
  'move-over': 'This booking is over and cannot be changed',
  'move-before': 'Time given up',
}
