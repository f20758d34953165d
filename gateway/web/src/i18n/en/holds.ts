import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/holds.ts'

export const texts: Translation<typeof ja> = {
  title: 'Waiting for a colleague',
  lead: 'More than one member of staff can hold in a day. Check reason and dates before you allow it; your name stays with it.',
  'asked-by': 'Asked by',
  when: 'When',
  'how-much': 'Hours',
  hours: '{hours} h',
  cancels: 'Bookings cancelled: {count}',
  allow: 'Allow',
  'allow-sure': 'Allow that these rooms are kept from residents?',
  allowed: 'Allowed. Whoever asked can press again today.',
  'is-allowed': 'Allowed. Press once more for the same.',
  waits: 'Waiting for a colleague',
  'may-be-done': 'Allowed, not done yet',
}
