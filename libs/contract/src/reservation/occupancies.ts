import { z } from 'zod'
import { event, MOST_TOLD_TOGETHER } from '../define.ts'
import { OccupancyId, SpaceId, VenueId } from '../ids.ts'
import { Instant } from '../time.ts'

/**
 * The calendar of spaces: an occupancy takes a space and all its parts; a whole shows the occupancies of its parts too. What
 * was taken in one statement is told together.
 */
export const spacesOccupied = event(
  'reservation.event.space-occupied.v2',
  z.object({
    occupancies: z
      .array(
        z.object({
          occupancyId: OccupancyId,
          spaceIds: z.array(SpaceId).min(1),
          venueId: VenueId,
          kind: z.enum(['reservation', 'city-use', 'closure', 'reopening']),
          startsAt: Instant,
          endsAt: Instant,
        }),
      )
      .min(1)
      .max(MOST_TOLD_TOGETHER),
  }),
)
export const spaceReleased = event(
  'reservation.event.space-released.v1',
  z.object({ occupancyId: OccupancyId, spaceIds: z.array(SpaceId).min(1), venueId: VenueId }),
)
