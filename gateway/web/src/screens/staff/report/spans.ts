import { addMonths } from '@asaichi/calendar/local-date.ts'
import type { LocalDate } from '@asaichi/contract/time.ts'

export const SPANS = ['this-month', 'last-month', 'this-year', 'last-year'] as const
export type SpanName = (typeof SPANS)[number]

/** Months, both included, as the city counts on that day; a year is its fiscal one, April to March. */
export function monthsOf(name: SpanName, today: LocalDate): { readonly from: string; readonly to: string } {
  const month = today.slice(0, 7)
  switch (name) {
    case 'this-month':
      return { from: month, to: month }
    case 'last-month':
      return { from: addMonths(month, -1), to: addMonths(month, -1) }
    case 'this-year':
      return fiscalYearOf(month)
    case 'last-year':
      return fiscalYearOf(addMonths(month, -12))
    default:
      return name satisfies never
  }
}

function fiscalYearOf(month: string) {
  const april = `${addMonths(month, -3).slice(0, 4)}-04`
  return { from: april, to: addMonths(april, 11) }
}
