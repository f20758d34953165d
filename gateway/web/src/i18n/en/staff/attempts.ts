import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/attempts.ts'

export const texts: Translation<typeof ja> = {
  'slot-title': 'Order of attempts',
  'slot-lead': 'When somebody asks “why not me”, look here at the attempts in the order they were decided.',
  'any-time': 'Any time',
  'attempts-none': 'There was no attempt.',
  'attempts-caption': '{count} {count:one=attempt,other=attempts}, in the order they were decided',
  'attempts-more': 'These are the first 200. Choose a time to see fewer.',
  'attempt-accepted': 'Accepted',
  'attempt-refused': 'Refused',
  'col-turn': 'Place',
  'col-decided': 'Decided',
  'col-outcome': 'Outcome',
  'col-reason': 'Reason',
  'col-receipt': 'Receipt',
  'blocker-since': 'since {at}',
}
