import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/point-desk.ts'

export const texts: Translation<typeof ja> = {
  'person-title': 'Points and bans',
  'person-none': 'No points.',
  'person-standing': 'Points now: {counted} (banned at {number})',
  'person-banned': 'Banned for points until {until}: no new applications or entries.',
  waive: 'Waive these points',
  'waive-lead':
    'Waived points count no more. If the rest is too little, the ban ends at once. The person reads the reason. It cannot be undone.',
  reason: 'Why they are waived',
  'reason-hint': 'The person reads this. Example: A typhoon kept you away',
  'reason-missing': 'Type the reason',
  'waive-do': 'Waive',
  'waived-done': 'The points are waived.',
  mark: 'Nobody came',
  'mark-sure':
    'The person gets {points} {points:one=point,other=points} and a mail. A mistake can be taken back with a reason, and the mark cannot be set again.',
  'mark-do': 'Mark that nobody came',
  marked: 'Nobody came ({points} {points:one=point,other=points}). Marked at {at}',
  unmark: 'Take the mark back',
}
