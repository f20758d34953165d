import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/free.ts'

export const texts: Translation<typeof ja> = {
  results: 'Free rooms',
  count: 'Found: {count}',
  none: 'No room is free for all of this. Try one of these:',
  'none-days': 'Choose other days, or more of them',
  'none-band': 'Choose a shorter time, or another time of day',
  'none-what': 'Leave purpose, people, area and equipment open',
  'none-phone': 'Ask by phone: {phone}',
  'phase-before': 'Not open yet',
  'phase-lottery': 'Lottery entries open',
  'phase-drawing': 'Draw in progress',
  'phase-first-come': 'First come, first served',
  runs: 'Free {times}',
  page: '{count} are shown. The button below leads on.',
  near: 'Free at another time of the same day',
  'near-text': 'The length you want is free, but not at the time of day you chose.',
  'too-late': '{days}: too late to apply, so not shown.',
  'none-fit': 'Nothing is free at the time of day you chose.',
}
