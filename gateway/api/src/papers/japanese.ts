import { formatJapaneseDate } from '@asaichi/calendar/eras.ts'
import type { LocalDate, TimeOfDay } from '@asaichi/contract/time.ts'

/** `2026年（令和8年）12月4日（金）` */
export function dayText(date: LocalDate): string {
  return formatJapaneseDate(date, { era: true })
}

type Span = { readonly date: LocalDate; readonly from: TimeOfDay; readonly to: TimeOfDay }

export function whenText({ date, from, to }: Span): string {
  return `${dayText(date)} ${from}～${to}`
}

export function yenText(yen: number): string {
  return `${yen.toLocaleString('en')}円`
}
