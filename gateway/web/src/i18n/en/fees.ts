import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/fees.ts'

export const texts: Translation<typeof ja> = {
  room: 'Room',
  'rest-day': 'Weekend or holiday ({percent}%)',
  class: '{name} ({percent}%)',
  reduction: 'Reduction ({percent}%)',
  exemption: 'Exempt',
  options: 'Options',
  note: 'On this day you pay {percent}% of the usual price.',
  reduce: 'Reduce the fee or exempt',
  'reduce-note':
    'Only before anything is paid. An invoice that is out is issued anew and mailed. The person sees the reason.',
  'reduce-percent': 'Percent off',
  'reduce-percent-hint': '100 exempts, 0 takes a reduction back.',
  'reduce-percent-wrong': 'Enter a number from 0 to 100',
  'reduce-reason': 'Reason',
  'reduce-reason-wrong': 'Enter the reason',
  'reduce-do': 'Change the fee',
  reduced: 'The fee is now {yen}',
  'class-change-note':
    'It counts from the next application on; what is booked stays as it is. The change stands in the person’s log.',
  'class-change-do': 'Change the class',
  'class-change-done': 'The class was changed',
}
