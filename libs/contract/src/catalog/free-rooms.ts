import { z } from 'zod'
import { bare, request } from '../define.ts'
import { CityId, ListingId, SpaceId, VenueId } from '../ids.ts'
import { LocalDate, TimeOfDay } from '../time.ts'
import { nameTranslations } from '../translations.ts'

/**
 * S6: rooms that are free for the whole time band, by purpose, date span (at most 62 days), people, area, equipment; days no
 * longer bookable are left out. `free` is every free run of that day; `more` says that `limit` cut the answer short.
 */
export const searchFree = request('catalog.call.search-free.v1', {
  input: z.object({
    cityId: CityId,
    from: LocalDate,
    to: LocalDate,
    band: z.object({ from: TimeOfDay, to: TimeOfDay }),
    purpose: z.string().max(60).optional(),
    people: z.int().min(1).max(100_000).optional(),
    area: z.string().max(60).optional(),
    equipment: z.string().max(60).optional(),
    stepFree: z.literal(true).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(
      z.object({
        date: LocalDate,
        venueId: VenueId,
        venueName: z.string(),
        venueTranslations: nameTranslations,
        spaceId: SpaceId,
        spaceName: z.string(),
        spaceTranslations: nameTranslations,
        listingIds: z.array(ListingId),
        free: z.array(z.object({ from: TimeOfDay, to: TimeOfDay })),
        phase: z.enum(['before', 'lottery', 'drawing', 'first-come']),
      }),
    ),
    more: z.boolean(),
  }),
  refusals: {
    'not-found': bare,
    'span-not-valid': bare,
    'span-too-long': z.object({ maxDays: z.int() }),
    'date-out-of-range': z.object({ first: LocalDate, last: LocalDate }),
    'band-not-valid': z.object({ stepMinutes: z.int() }),
  },
})
