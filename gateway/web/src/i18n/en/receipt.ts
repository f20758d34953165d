import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/receipt.ts'

export const texts: Translation<typeof ja> = {
  'done-title': 'Your application was received',
  'done-lottery-title': 'Your lottery entry was received',
  'lottery-same': 'Entries for the same time',
  'fact-wish': 'Wish',
  'fact-number': 'Reservation number',
  'number-later': 'Given at approval',
  'fact-turn': 'Place in line',
  turn: 'No. {turn} among the applications for this facility and day',
  'fact-received-at': 'Received at',
  'fact-decided-at': 'Decided at',
  'fact-blocker': 'What took the time',
  'fact-blocked-since': 'Taken since',
  'fact-receipt': 'Receipt number',
  'fact-rank': 'Chance value',
  'done-answer-by': 'The city answers by {at}',
  'done-mail': 'We sent you a mail. After approval, the reservation number and the door code come by mail.',
  'done-see': 'See the details',
  'done-other-room': 'Apply for another room on the same day',
  'done-withdraw': 'Can be withdrawn until',
  'done-lottery-mail': 'We sent you a mail. You get the result by mail, whether you win or not.',
  'receipt-title': 'Receipt',
  'receipt-accepted': 'Accepted',
  'receipt-refused': 'Not accepted',
  'receipt-pool':
    'Applications of the first seconds are decided by their chance value, smallest first. Its seed is made public afterwards. A receipt never says who applied.',
  'receipt-fair':
    'Applications are decided one by one in the order of arrival. A receipt never says who applied.',
  'blocker-reservation': "Somebody else's booking",
  'blocker-city-use': 'Use by the city',
  'blocker-closure': 'Closure',
  'blocker-reopening': 'A cancelled time that has not opened again yet',
  'blocker-draw': 'A booking won in the lottery',
  'earlier-title': 'Your earlier application had been received',
  'earlier-text':
    'Only its answer was lost: this time has been applied for. The time you have chosen now has not been sent yet.',
  'earlier-keep': 'Keep the earlier one and see it',
  'earlier-cancel': 'Cancel the earlier one',
  'earlier-both': 'To apply for both, press the button below.',
}
