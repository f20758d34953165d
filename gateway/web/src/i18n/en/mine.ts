import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/mine.ts'

export const texts: Translation<typeof ja> = {
  'area-name': 'My bookings',
}
