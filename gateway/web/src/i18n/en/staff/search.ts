import type { Translation } from '../../catalogue.ts'
import type { texts as ja } from '../../ja/staff/search.ts'

export const texts: Translation<typeof ja> = {
  'search-label': 'Find people and bookings',
  'search-hint': 'Booking or member number, name, phone, mail, event',
  'search-do': 'Search',
  'search-title': 'Search results',
  'search-lead':
    'Any part of a name or an event will do, and four digits of a phone number. That you searched is on record; what you typed is not.',
  'search-first': 'Type into the box above and press “Search”.',
  'search-people': 'People ({count})',
  'search-bookings': 'Bookings ({count})',
  'search-none': 'Nothing found.',
  'search-more': 'There are more. Type a little more.',
  'see-person': 'See registration and bookings',
  'person-title': 'Person',
  'person-withdrawn': 'This person closed the account on {at}. Nothing is left but the number.',
  'person-bookings': 'Bookings of this person',
  'person-bookings-none': 'No bookings.',
  'bookings-caption': 'Bookings, newest use first',
  'mail-change': 'Change the mail address',
  'mail-change-lead':
    'For somebody whose old mailbox is lost. Make sure who it is, by phone or at the counter. Both addresses are told, and it stands in the person’s own record.',
  'mail-new': 'New mail address',
  'mail-how': 'How you made sure (for example: driving licence)',
  'mail-do': 'Change the address',
  'mail-done': 'The address is changed. Both addresses are told.',
  'error-mail': 'Enter the mail address',
  'error-how': 'Enter how you made sure who it is',
  'found-caption': 'Bookings found, the nearest first',
}
