/** A calendar day `YYYY-MM-DD` (0001–9999) in the city's zone; compares with `<`. */
export type LocalDate = string

/** A calendar month `YYYY-MM`. */
export type Month = string

export type Weekday = (typeof WEEKDAYS)[number]

// In the order of Date's getUTCDay.
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

const DAY_MS = 86_400_000

/** Whether the text names a day that exists: refuses `2025-02-30`, `2025-2-3`, year 0000 (PostgreSQL has none). */
export function isLocalDate(text: string): text is LocalDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  if (!year || !month || !day) return false
  return day <= daysOfMonth(year, month)
}

// By arithmetic, because every press at 07:00 names a date, and a round trip through Date costs a tenth of the press.
function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  if (month > 12) return 0
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The day `days` after the date (before it, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfUtc(utcOf(date) + days * DAY_MS)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcOf(to) - utcOf(from)) / DAY_MS
}

export function weekday(date: LocalDate): Weekday {
  const name = WEEKDAYS[new Date(utcOf(date)).getUTCDay()]
  if (name === undefined) throw new RangeError('Not a local date')
  return name
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function datesBetween(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const count = Math.max(0, daysBetween(from, to) + 1)
  return Array.from({ length: count }, (_, index) => addDays(from, index))
}

/** Every day of the month. */
export function monthDates(month: Month): readonly LocalDate[] {
  return datesBetween(`${month}-01`, lastDateOf(month))
}

/** The month `months` after the given one (before it, when negative). */
export function addMonths(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months
  return `${padded(Math.floor(index / 12), 4)}-${padded((index % 12) + 1, 2)}`
}

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export function monthsBetween(from: Month, to: Month): readonly Month[] {
  const indexOf = (month: Month) => Number(month.slice(0, -3)) * 12 + Number(month.slice(-2))
  const count = Math.max(0, indexOf(to) - indexOf(from) + 1)
  return Array.from({ length: count }, (_, index) => addMonths(from, index))
}

/** The given day of the month, or the month's last day where the month is shorter. */
export function dateInMonth(month: Month, day: number): LocalDate {
  const wanted = `${month}-${padded(day, 2)}`
  const last = lastDateOf(month)
  return wanted < last ? wanted : last
}

function lastDateOf(month: Month): LocalDate {
  return addDays(`${addMonths(month, 1)}-01`, -1)
}

// A day is handled as its UTC midnight: three times cheaper than Temporal.PlainDate, which matters at 07:00.
function utcOf(date: LocalDate): number {
  return Date.parse(date)
}

function dateOfUtc(ms: number): LocalDate {
  const iso = new Date(ms).toISOString()
  // Outside years 0–9999 the ISO form grows a sign and no longer compares with `<`.
  if (iso.length !== 24) throw new RangeError('Beyond the years a local date can name')
  return iso.slice(0, 10)
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
