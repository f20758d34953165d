import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/kiosk.ts'

export const texts: Translation<typeof ja> = {
  'area-name': 'On-site screens',
}
