import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/mine.ts'

export const texts: Translation<typeof ja> = {
  'my-title': 'My bookings',
  tabs: 'Lists of bookings and entries',
  'tab-planned': 'Coming up',
  'tab-draws': 'Waiting for the draw',
  'tab-pending': 'Waiting for approval',
  'tab-over': 'Finished',
  'tab-favourites': 'Favourites and alerts',
  'none-planned': 'You have no coming bookings. Look for a free time to book.',
  'none-draws': 'No entry of yours is waiting for a draw.',
  'none-pending': 'Nothing of yours is waiting for approval.',
  'none-over': 'No booking of yours is finished yet.',
  'find-free': 'See free times',
  results: 'Results of draws',
  'over-entries': 'Lottery entries that led to no booking',
  favourites: 'Favourite facilities and rooms',
  'none-favourites': 'Nothing here yet. Press “Add to favourites” on the page of a facility or a room.',
  remove: 'Remove',
  removed: 'Removed from the list',
  watches: 'Times you want to be told about',
  'watches-text':
    'You get one mail when the time is free again. The room is not held for you, so please book as soon as the mail arrives.',
  'none-watches': 'There are none. You can ask for one at a booked time on the page of free times.',
  'end-watch': 'Stop this alert',
  'results-in': 'Lottery results are in ({count})',
  'to-data': 'Get my data, or close my account',
  'to-account': 'See or change your details',
}
