import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/points.ts'

export const texts: Translation<typeof ja> = {
  title: 'Points and bans',
  'cause-late-cancel': 'late cancel',
  'cause-no-show': 'nobody came',
  'cancel-gives': 'Cancelling this booking now gives you {points} {points:one=point,other=points}.',
  'cancel-means':
    'With {number} within {days} {days:one=day,other=days}, no new application is taken for {ban} {ban:one=day,other=days}.',
  gave: 'This booking gave you {points} {points:one=point,other=points} ({cause}).',
  waived: 'The city waived this. Reason: {reason}',
  standing:
    'Your points now: {counted} (with {number} within {days} {days:one=day,other=days}, no new application is taken for {ban} {ban:one=day,other=days})',
  'banned-title': 'You cannot apply for anything new',
  'banned-text':
    'You have reached the number of points of your city. Until {until} you cannot apply for rooms or enter lotteries. What you have booked stays yours.',
  see: 'See your points',
  list: 'Points so far',
  none: 'You have no points.',
  count: '{points} {points:one=point,other=points}',
  'see-booking': 'See the booking',
  ask: 'If you could not help it, please call the office of the city.',
}
