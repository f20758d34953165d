import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/admin/acts.ts'

export const texts: Translation<typeof ja> = {
  'acts-title': 'Log of acts',
  'acts-note': 'Who looked at what, and who did what to whom',
  'acts-lead':
    'Who did what to whom, and when, in the city’s work with bookings, newest first. Nothing in it can be removed or changed. That you looked here is recorded too.',
  'acts-everybody': 'Everybody',
  'acts-everything': 'Everything',
  'acts-by': 'Who',
  'acts-act': 'What',
  'acts-about': 'To whom',
  'acts-at': 'When',
  'acts-from': 'From this day',
  'acts-to': 'To this day',
  'acts-show': 'Show',
  'acts-span-wrong': 'The last day must not be before the first',
  'acts-none': 'Nothing of the kind is recorded.',
  'acts-caption': 'Log of acts',
  'acts-by-machine': 'The system',
  'acts-self': 'The person',
  'acts-gone': '(somebody who has left)',
  'acts-role': ' ({role})',
  'acts-about-one': 'Only what was done to one person is shown.',
  'acts-about-all': 'Show everybody again',
}
