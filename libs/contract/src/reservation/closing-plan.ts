import { z } from 'zod'
import { SpaceId, VenueId } from '../ids.ts'
import { line } from '../text.ts'
import { LocalDate, TimeOfDay } from '../time.ts'

const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])

/** G13: one time of day in some rooms on some weekdays of a span of dates; no rooms are all, no weekdays every day. */
export const ClosingPlan = z.object({
  kind: z.enum(['city-use', 'closure']),
  reason: line(200),
  venueId: VenueId,
  spaceIds: z.array(SpaceId).max(50),
  first: LocalDate,
  last: LocalDate,
  weekdays: z.array(Weekday).max(7),
  from: TimeOfDay,
  to: TimeOfDay,
})
export type ClosingPlan = z.infer<typeof ClosingPlan>
