import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { UserClass } from '@asaichi/contract/catalog/user-class.ts'
import { holidayName } from './holidays.ts'
import { type LocalDate, weekday } from './local-date.ts'
import { classOf } from './user-class.ts'

type Rules = Pick<CityPolicy, 'classes' | 'restDayFee'>

/** G10: what makes a fee other than the listing's; 100 percent leaves it as it is. */
export type FeeRate = { readonly restDayPercent: number; readonly own: UserClass | undefined }

/** G10: of a use date for somebody of a class. */
export function feeRate(policy: Rules, date: LocalDate, classId: string | null | undefined): FeeRate {
  const { restDayFee } = policy
  const restDayPercent = restDayFee && isRestDay(restDayFee.days, date) ? restDayFee.percent : 100
  return { restDayPercent, own: classOf(policy, classId) }
}

/** G10: yen for each half hour at the day's percent, and at the class's too; each rounded down to a whole yen. */
export function stepFees(yenPerStep: number, { restDayPercent, own }: FeeRate) {
  const [ofDay, ofClass] = [restDayPercent, own?.feePercent ?? 100]
  return {
    onDay: Math.floor((yenPerStep * ofDay) / 100),
    own: Math.floor((yenPerStep * ofDay * ofClass) / 10_000),
  }
}

function isRestDay(days: 'sat-sun-holiday' | 'sun-holiday', date: LocalDate): boolean {
  const day = weekday(date)
  const isWeekend = day === 'sun' || (day === 'sat' && days === 'sat-sun-holiday')
  return isWeekend || holidayName(date) !== undefined
}
