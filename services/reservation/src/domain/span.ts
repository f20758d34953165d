import { instantAt } from '@asaichi/calendar/instant.ts'
import type { Application } from '@asaichi/contract/reservation/reservation.ts'

export type Span = { readonly startsAt: string; readonly endsAt: string }

export function spanOf({ date, from, to }: Pick<Application, 'date' | 'from' | 'to'>): Span {
  return { startsAt: instantAt(date, from), endsAt: instantAt(date, to) }
}

export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

const HOUR_MS = 3_600_000

/** Half hours are exact in what a number can hold. */
export function hoursOf({ startsAt, endsAt }: Span): number {
  return (Date.parse(endsAt) - Date.parse(startsAt)) / HOUR_MS
}
