import type { Check } from '../check.ts'
import { accountChecks } from './accounts.ts'
import { bookingChecks } from './bookings.ts'
import { calendarChecks } from './calendars.ts'
import { doorChecks } from './doors.ts'
import { lateChecks } from './late.ts'
import { lotteryChecks } from './lottery.ts'
import { nameChecks } from './names.ts'
import { readChecks } from './reads.ts'
import { slowMailChecks } from './slow-mail.ts'
import { staffChecks } from './staff.ts'

/** Played side by side; no lane touches another one's people. */
export const LANES: readonly (readonly Check[])[] = [
  slowMailChecks,
  [...nameChecks, ...accountChecks],
  [...readChecks, ...bookingChecks, ...calendarChecks, ...doorChecks, ...staffChecks],
]

/** What moves the town's clock, when nobody else is at play any more. */
export const AFTERWARDS: readonly Check[] = [...lotteryChecks, ...lateChecks]
