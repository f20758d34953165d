import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/demo.ts'

export const texts: Translation<typeof ja> = {
  'mailbox-title': 'Mailbox (demo)',
  'mailbox-lead': 'Mails that this town sent, newest first. No real mail leaves it.',
  'demo-only': 'This page works in the demo town only.',
  recipient: 'To',
  everybody: 'Everybody',
  'look-again': 'Look again',
  mails: 'Mails: {count}',
  'no-mails': 'No mail yet.',
  'clock-title': 'The town’s clock (demo)',
  'clock-lead':
    'The time of this town. When it is moved, everything due on the way happens in order: draws, the opening at 07:00, door codes. It cannot go back.',
  'clock-held': 'The clock stands still',
  'clock-runs': 'The clock is running',
  'admin-title': 'Only the admin can move the clock',
  'admin-text':
    'Log in as the demo’s admin (admin.mitaka@example.jp, or member number 2000003 at Sapporo). The password is in the table that was shown when the town started.',
  move: 'Move the clock',
  'move-text':
    'A button fills in the date and time below. Check them, then press “Move to this time”. A long leap takes about two minutes.',
  'next-seven': 'Next 07:00',
  'plus-minutes': '{count} {count:one=minute,other=minutes} later',
  'plus-hours': '{count} {count:one=hour,other=hours} later',
  'plus-days': '{count} {count:one=day,other=days} later',
  date: 'Date',
  'date-wrong': 'Choose a date',
  time: 'Time',
  'time-hint': 'For example 07:00',
  'time-wrong': 'Write the time like 07:00',
  hold: 'Stop the clock there',
  'hold-hint': 'Without the tick it runs on from there.',
  'move-do': 'Move to this time',
  moved: 'The clock has moved',
}
