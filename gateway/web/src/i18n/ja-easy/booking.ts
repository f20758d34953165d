import type { Translation } from '../catalogue.ts'
import type { texts as ja } from '../ja/booking.ts'

export const texts: Translation<typeof ja> = {
  'area-name': '{空|あ}き{状況|じょうきょう}と{申|もう}し{込|こ}み',
}
