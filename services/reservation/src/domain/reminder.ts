import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'

const REMIND_AT = '09:00'

/** Mail L: when its owner is reminded of a booking, the morning before the use date. */
export function reminderAt(useDate: string): string {
  return instantAt(addDays(useDate, -1), REMIND_AT)
}
