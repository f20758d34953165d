import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/kiosk.ts'

export const texts: Translation<typeof ja> = {
  'area-name': '{建物|たてもの}の{画面|がめん}',
}
