import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/demo.ts'

export const texts: Translation<typeof ja> = {
  'area-name': 'Demo',
}
