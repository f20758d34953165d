import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/staff.ts'

export const texts: Translation<typeof ja> = {
  'area-name': '{職員|しょくいん}の{画面|がめん}',
}
