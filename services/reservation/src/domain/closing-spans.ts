import { GRID_MINUTES, isOnGrid, minutesOf } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { datesBetween, daysBetween, weekday } from '@asaichi/calendar/local-date.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import type { Stretch } from './remainders.ts'

/** Half-hours of one space that a city may keep for itself on one day. */
export const MAX_CITY_USE_STEPS = 16
/** Rooms and days of one act: a month of a hall with six rooms, or a weekly use for years. */
const MAX_SPANS = 200
const MAX_DAYS = 1_500

/** A room on a day. */
export type ClosingSpan = Stretch & { readonly spaceId: string; readonly date: string }

/** G13, W13m: every room and day of a plan, in their order. A part of a room that is closed too is closed with it (M13). */
export function closingSpans(plan: ClosingPlan, { spaces }: Pick<Venue, 'spaces'>) {
  const { from, to, first, last, weekdays } = plan
  if (!isOnGrid(from) || !isOnGrid(to) || minutesOf(from) >= minutesOf(to))
    return refuse('off-grid', { stepMinutes: GRID_MINUTES })
  if (daysBetween(first, last) > MAX_DAYS) return refuse('too-many-spans', { maxSpans: MAX_SPANS })
  const rooms = spaces
    .map(({ spaceId }) => spaceId)
    .filter(spaceId => plan.spaceIds.length === 0 || plan.spaceIds.includes(spaceId))
  const isWithin = (spaceId: string) =>
    rooms.some(other => other !== spaceId && withParts(spaces, other).includes(spaceId))
  const outermost = rooms.filter(spaceId => !isWithin(spaceId))
  const dates = datesBetween(first, last).filter(
    date => weekdays.length === 0 || weekdays.includes(weekday(date)),
  )
  const spans = dates.flatMap(date =>
    outermost.map(
      (spaceId): ClosingSpan => ({
        spaceId,
        date,
        spaceIds: withParts(spaces, spaceId),
        startsAt: instantAt(date, from),
        endsAt: instantAt(date, to),
      }),
    ),
  )
  if (spans.length === 0) return refuse('nothing-to-hold')
  return spans.length > MAX_SPANS ? refuse('too-many-spans', { maxSpans: MAX_SPANS }) : done(spans)
}

/** What is closed on each day, as one stretch. */
export function daysOf(spans: readonly ClosingSpan[]): readonly (Stretch & { readonly date: string })[] {
  return [...Map.groupBy(spans, span => span.date)].flatMap(([date, [first, ...rest]]) =>
    first ? [{ ...first, date, spaceIds: [first, ...rest].flatMap(span => span.spaceIds) }] : [],
  )
}
