import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/headcount.ts'

export const texts: Translation<typeof ja> = {
  title: 'People who came',
  lead: 'Enter how many people used the room, 0 where nobody did. You can correct this until {until}.',
  error: 'For {name}, enter a whole number from 0 to {most}',
  save: 'Record the numbers',
  correct: 'Correct the numbers',
  count: '{count} {count:one=person,other=people}',
  total: 'Total',
  'by-resident': 'Recorded by the user ({at}).',
  'by-staff': 'Recorded by the city’s staff ({at}).',
  'wanted-title': 'How many people came?',
  wanted: 'For each use that is over, please enter on its page how many people used the room.',
}
