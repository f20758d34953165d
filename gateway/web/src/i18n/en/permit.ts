import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/permit.ts'

export const texts: Translation<typeof ja> = {
  number: 'No. {number}',
  printed: 'Printed on {day}',
  address: 'Address',
  purpose: 'Purpose',
  fee: 'Fee',
  conditions:
    'Conditions: keep to the terms of the city and the rules of the facility, and leave the room tidy by the end of the time.',
  title: 'Permit',
  text: 'The use of the facility is permitted as follows. Please bring this paper with you.',
  person: 'User',
}
