import { isLocalDate, type LocalDate, type Weekday, weekday } from './local-date.ts'

export type Era = (typeof ERAS)[number]['era']

/** A date as the Japanese calendar writes it; the first year of an era is 1. */
export type EraDate = {
  readonly era: Era
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * First and last day of each era, newest first. 1912-07-30 and 1926-12-25 belong to two: the new era was proclaimed on
 * the day the old emperor died. Months and days are Gregorian even before Japan adopted them in 1873 (明治6年).
 */
const ERAS = [
  { era: '令和', first: '2019-05-01', last: '9999-12-31' },
  { era: '平成', first: '1989-01-08', last: '2019-04-30' },
  { era: '昭和', first: '1926-12-25', last: '1989-01-07' },
  { era: '大正', first: '1912-07-30', last: '1926-12-25' },
  { era: '明治', first: '1868-10-23', last: '1912-07-30' },
] as const

const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: '月',
  tue: '火',
  wed: '水',
  thu: '木',
  fri: '金',
  sat: '土',
  sun: '日',
}

/** The date in its era, the newer one where two share the day; nothing before 明治 (1868-10-23). */
export function eraOf(date: LocalDate): EraDate | undefined {
  const found = ERAS.find(({ first }) => first <= date)
  if (found === undefined) return undefined
  const { year, month, day } = partsOf(date)
  return { era: found.era, year: year - yearOf(found.first) + 1, month, day }
}

/** The date an era date names; nothing where the day does not exist or lies outside that era (昭和64年1月8日). */
export function dateFromEra({ era, year, month, day }: EraDate): LocalDate | undefined {
  const found = ERAS.find(row => row.era === era)
  if (found === undefined) return undefined
  const date = [yearOf(found.first) + year - 1, padded(month), padded(day)].join('-')
  return isLocalDate(date) && found.first <= date && date <= found.last ? date : undefined
}

/** `2024年12月1日（日）`, or with the era `2024年（令和6年）12月1日（日）` (S2); a first year is written 元年. */
export function formatJapaneseDate(date: LocalDate, { era = false } = {}): string {
  const { year, month, day } = partsOf(date)
  const eraDate = era ? eraOf(date) : undefined
  const years = eraDate === undefined ? `${year}年` : `${year}年（${eraYear(eraDate)}）`
  return `${years}${month}月${day}日（${WEEKDAY_NAMES[weekday(date)]}）`
}

/** Completed years of age on the date; negative before birth. Born on 02-29, one turns older on 03-01 of a common year. */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const years = yearOf(date) - yearOf(birthDate)
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}

function eraYear({ era, year }: EraDate): string {
  return `${era}${year === 1 ? '元' : year}年`
}

function partsOf(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: yearOf(date), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

function padded(value: number): string {
  return String(value).padStart(2, '0')
}
