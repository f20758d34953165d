import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/account.ts'

export const texts: Translation<typeof ja> = {
  'area-name': 'Registration and login',
}
