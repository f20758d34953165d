import { addDays, datesBetween, type LocalDate } from '@asaichi/calendar/local-date.ts'
import { isHallOpen, usualDayFrom } from '@asaichi/town/demo/year-end.ts'

const LAST_FIRST_COME = 28
const LOTTERY = { from: 29, to: 35 } as const

/** M21: a day with the usual hours that first-come is open for, so many days ahead or soon after; before, where that is too late. */
export function bookableDay(today: LocalDate, daysAhead = 12): LocalDate {
  const day = usualDayFrom(addDays(today, daysAhead))
  return day <= addDays(today, LAST_FIRST_COME) ? day : bookableDay(today, daysAhead - 1)
}

/** M17: a day on which the hall is open and entries are taken; the year's end covers all but one of them. */
export function lotteryDay(today: LocalDate, daysAhead = 31): LocalDate {
  const open = datesBetween(addDays(today, LOTTERY.from), addDays(today, LOTTERY.to)).filter(isHallOpen)
  const [first = today] = open
  return open.find(date => date >= addDays(today, daysAhead)) ?? first
}

/** The last open day up to tomorrow: first-come has closed for it, on whatever day one asks. */
export function dayTooLate(today: LocalDate): LocalDate {
  const tomorrow = addDays(today, 1)
  return isHallOpen(tomorrow) ? tomorrow : dayTooLate(addDays(today, -1))
}
