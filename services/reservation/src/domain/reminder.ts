import { instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'

const REMIND_AT = '09:00'

/** Mail L: when its owner is reminded of a booking, the morning before the use date. */
export function reminderAt(useDate: string): string {
  return instantAt(addDays(useDate, -1), REMIND_AT)
}

/** Mail N: the next morning on which the office is warned of what nobody has answered. */
export function nextWarningAt(now: string): string {
  const today = localDateOf(now)
  const thisMorning = instantAt(today, REMIND_AT)
  return thisMorning > now ? thisMorning : instantAt(addDays(today, 1), REMIND_AT)
}
