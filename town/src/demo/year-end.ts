import { addDays, type LocalDate, weekday } from '@asaichi/calendar/local-date.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'

const SHUT = /-(12-(29|3\d)|01-0[1-3])$/
const AROUND = [-1, 0, 1] as const

/** M12: the demo's halls are shut from 12-29 to 01-03, and a venue's closures have years: those before and after `today`. */
export function withYearEnds(venue: Venue, today: LocalDate): Venue {
  const year = Number(today.slice(0, 4))
  const yearEnds = AROUND.map(shift => ({
    from: `${year + shift}-12-29`,
    to: `${year + shift + 1}-01-03`,
    reason: '年末年始の休館',
  }))
  return { ...venue, closures: [...venue.closures, ...yearEnds] }
}

/** M12: whether the demo's hall in Mitaka is open at all. */
export function isHallOpen(date: LocalDate): boolean {
  return !SHUT.test(date)
}

/** The first day from `date` on with the hall's usual hours: on Tuesdays it opens later. */
export function usualDayFrom(date: LocalDate): LocalDate {
  return isHallOpen(date) && weekday(date) !== 'tue' ? date : usualDayFrom(addDays(date, 1))
}
