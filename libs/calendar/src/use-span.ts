import { GRID_MINUTES, isOnGrid, minutesOf, type Span, type TimeOfDay } from './grid.ts'
import type { LocalDate } from './local-date.ts'
import { hoursOn, type WeeklyHours } from './opening-hours.ts'

/** Why a span of a day cannot be used, whoever asks and whatever is free: an application and a lottery entry obey the same. */
type SpanReason =
  | { readonly code: 'off-grid'; readonly detail: { readonly stepMinutes: number } }
  | { readonly code: 'too-short'; readonly detail: { readonly minMinutes: number } }
  | {
      readonly code: 'outside-hours'
      readonly detail: {
        readonly opens: TimeOfDay | null
        readonly closes: TimeOfDay | null
        readonly reason: string | null
      }
    }

type ReasonFor<C extends SpanReason['code']> = Extract<SpanReason, { readonly code: C }> | undefined

/** M13: half hours, and an end after the start. */
export function onGrid({ from, to }: Span): ReasonFor<'off-grid'> {
  if (isOnGrid(from) && isOnGrid(to) && minutesOf(from) < minutesOf(to)) return undefined
  return { code: 'off-grid', detail: { stepMinutes: GRID_MINUTES } }
}

/** M13: of a span on the grid. */
export function longEnough({ from, to }: Span, minMinutes: number): ReasonFor<'too-short'> {
  return minutesOf(to) - minutesOf(from) < minMinutes
    ? { code: 'too-short', detail: { minMinutes } }
    : undefined
}

/** M12: inside the hours of that day; touching opening and closing is inside. */
export function inHours(
  { date, from, to }: Span & { readonly date: LocalDate },
  hours: WeeklyHours,
): ReasonFor<'outside-hours'> {
  const day = hoursOn(hours, date)
  if ('closed' in day)
    return { code: 'outside-hours', detail: { opens: null, closes: null, reason: day.closed } }
  const inside = minutesOf(from) >= minutesOf(day.opens) && minutesOf(to) <= minutesOf(day.closes)
  return inside
    ? undefined
    : { code: 'outside-hours', detail: { opens: day.opens, closes: day.closes, reason: null } }
}
