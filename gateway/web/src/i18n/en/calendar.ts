import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/calendar.ts'

export const texts: Translation<typeof ja> = {
  'calendar-skip': 'Skip the calendar to the times',
  'calendar-previous': 'Previous month',
  'holiday-sign': 'h',
  'national-holiday': 'national holiday',
  'calendar-next': 'Next month',
  'calendar-legend': 'What the signs mean',
  'day-free': 'Free',
  'day-few': 'Few left',
  'day-full': 'Full',
  'day-lottery': 'Lottery period',
  'day-holiday': 'Closed',
  'day-outside': 'Not open for booking',
  'slots-legend': 'Choose the time',
  'range-chosen': 'Chosen time: {times}',
  'range-none': 'No time chosen yet',
  'range-hint': 'Press the first half hour, then the last. You can also use the boxes below.',
  'rooms-table': 'Free times by room',
  'slot-o': 'Free',
  'slot-x': 'Booked',
  'slot-h': 'City use or closed',
  'slot-r': 'Reopens soon',
  'slot-selected': 'Chosen',
  'slot-lottery': 'You can apply',
  'slot-own': 'Your booking',
}
