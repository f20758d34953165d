import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/booking.ts'

export const texts: Translation<typeof ja> = {
  'area-name': 'Availability and booking',
}
