import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/own.ts'

export const texts: Translation<typeof ja> = {
  'number-is': 'Booking number {number}',
  'price-is': 'Fee {yen}',
  'confirm-by': 'Please confirm by {at} that you will come.',
  'more-wishes': '{count} {count:one=wish,other=wishes} in all',
  acts: 'Who acts: {who}',
  'answer-by': 'Answer by {at}. If the city has not approved it by then, this request ends.',
  'draw-at': 'Draw: {at}',
  'reason-is': 'Reason: {reason}',
  'reservation-title': 'Your booking',
  place: 'Facility and room',
  event: 'Name of the event',
  people: 'Number of people',
  'people-count': '{count}',
  note: 'Note (group and purpose)',
  price: 'Fee',
  'cancelled-by-city': 'The city cancelled it.',
  'cancelled-by-you': 'You cancelled it.',
  'to-cancel': 'Cancel',
  'confirm-title': 'Please confirm that you will come',
  'confirm-text': 'You won. Press the button below by {at}. If you do not, you lose the room.',
  'confirm-do': 'Yes, I will come',
  'cancel-lost': 'What happens',
  'cancel-not': 'Keep it and go back',
  'see-booking': 'See the booking',
}
