import { z } from 'zod'
import { bare, request } from '../define.ts'
import { CityId, ListingId, SpaceId, VenueId } from '../ids.ts'
import { LocalDate, TimeOfDay } from '../time.ts'
import { nameTranslations } from '../translations.ts'

const FreeRun = z.object({ from: TimeOfDay, to: TimeOfDay })

const FreeRoom = z.object({
  date: LocalDate,
  venueId: VenueId,
  venueName: z.string(),
  venueTranslations: nameTranslations,
  spaceId: SpaceId,
  spaceName: z.string(),
  spaceTranslations: nameTranslations,
  listingIds: z.array(ListingId),
  free: z.array(FreeRun).describe('every free run of the day'),
  fit: FreeRun.describe('a time of the wanted length, to begin with'),
  phase: z.enum(['before', 'lottery', 'drawing', 'first-come']),
})
export type FreeRoom = z.infer<typeof FreeRoom>

/** Where the next page begins: the last room told, `2026-12-01.east-hall`. */
const FreeCursor = z.string().regex(/^\d{4}-\d{2}-\d{2}\.[a-z0-9][a-z0-9-]{0,62}$/)

/**
 * S6: rooms that are free for a length of time (`minutes`, in one piece) within a band of the day, by purpose, date span (at
 * most 62 days), people, area, equipment. Without `minutes` the whole band is meant, without `band` any time of the day, without
 * both a room's shortest use. By date, then venue, then the venue's own order of rooms; days no longer bookable are left out.
 */
export const searchFree = request('catalog.call.search-free.v1', {
  input: z.object({
    cityId: CityId,
    from: LocalDate,
    to: LocalDate,
    band: z.object({ from: TimeOfDay, to: TimeOfDay }).optional(),
    minutes: z.int().min(30).max(1440).multipleOf(30).optional(),
    purpose: z.string().max(60).optional(),
    people: z.int().min(1).max(100_000).optional(),
    area: z.string().max(60).optional(),
    equipment: z.string().max(60).optional(),
    stepFree: z.literal(true).optional(),
    after: FreeCursor.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(FreeRoom),
    next: FreeCursor.nullable().describe('where the next page begins'),
    more: z.boolean().describe('whether there is a next page'),
    near: z
      .array(FreeRoom)
      .describe(
        'on a first page that is also the last: rooms that have the length at another time of a wanted day',
      ),
    tooLate: z
      .object({ first: LocalDate, last: LocalDate })
      .nullable()
      .describe('the wanted days for which nothing can be booked any more'),
  }),
  refusals: {
    'not-found': bare,
    'span-not-valid': bare,
    'span-too-long': z.object({ maxDays: z.int() }),
    'date-out-of-range': z.object({ first: LocalDate, last: LocalDate }),
    'band-not-valid': z.object({ stepMinutes: z.int() }),
  },
})
