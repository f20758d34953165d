import { addDays, addMonths, dateInMonth, type LocalDate } from '@asaichi/calendar/local-date.ts'

const ADULT_YEARS = 18
const OLDEST_YEARS = 130

/** M15: the day from which a person needs no guardian, the 18th birthday; for one of 29 February it is 1 March in a common year. */
export function adultFrom(birthDate: LocalDate): LocalDate {
  return birthday(birthDate, ADULT_YEARS)
}

/** A5: nobody is born tomorrow, nor lived to 130. */
export function isPossibleBirthDate(birthDate: LocalDate, today: LocalDate): boolean {
  return birthDate <= today && birthday(birthDate, OLDEST_YEARS) > today
}

/** A5: a person and, of a group, everybody on its roster. */
export function areBornPossibly(
  people: readonly { readonly birthDate: LocalDate }[],
  today: LocalDate,
): boolean {
  return people.every(({ birthDate }) => isPossibleBirthDate(birthDate, today))
}

function birthday(birthDate: LocalDate, years: number): LocalDate {
  const month = addMonths(birthDate.slice(0, 7), years * 12)
  const day = Number(birthDate.slice(8))
  const date = dateInMonth(month, day)
  return Number(date.slice(8)) === day ? date : addDays(date, 1)
}
