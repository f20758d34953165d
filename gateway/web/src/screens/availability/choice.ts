import { isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { TimeRange } from '../../lib/range.ts'
import { rangeOf } from './paths.ts'

/** What a reader has chosen in a calendar. */
export type Choice = {
  readonly month: string | undefined
  readonly date: string | undefined
  readonly range: TimeRange | undefined
}

/** The choice in an address, without what is impossible. */
export function choiceOf(search: string): Choice {
  const query = new URLSearchParams(search)
  const date = query.get('date') ?? ''
  const month = query.get('month') ?? ''
  return {
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    date: isLocalDate(date) ? date : undefined,
    range: rangeOf(query),
  }
}

/** The month on the screen, where the address says it. */
export function monthOf({ month, date }: Choice): string | undefined {
  return month ?? date?.slice(0, 7)
}

export function searchOf({ month, date, range }: Choice): string {
  const parts = { ...(month && { month }), ...(date && { date }), ...(date && range) }
  const query = new URLSearchParams(parts).toString()
  return query === '' ? '' : `?${query}`
}
