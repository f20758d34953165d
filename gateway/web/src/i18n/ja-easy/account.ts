import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/account.ts'

export const texts: Translation<typeof ja> = {
  'area-name': '{登録|とうろく}とログイン',
}
