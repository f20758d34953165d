import { z } from 'zod'
import { bare, notFound, request } from '../define.ts'
import { CityId, ClassId, ListingId, SpaceId } from '../ids.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { Venue } from './venue.ts'

/** M13: the venue a listing belongs to, and which of its rooms it is. */
export const getListing = request('catalog.call.get-listing.v1', {
  input: z.object({ listingId: ListingId }),
  output: z.object({ listingId: ListingId, spaceId: SpaceId, venue: Venue }),
  refusals: notFound,
})

/** M17, M18, M21, M31: when a use date of a listing can be applied for by somebody of a class (G11), all by the city's policy; past instants included. */
export const ListingDay = z.object({
  listingId: ListingId,
  date: LocalDate,
  hours: z.object({ opens: TimeOfDay, closes: TimeOfDay }).nullable(),
  closedReason: z.string().nullable(),
  lottery: z.object({ opensAt: Instant, closesAt: Instant, drawAt: Instant }).nullable(),
  firstCome: z
    .object({ opensAt: Instant, closesAt: Instant })
    .nullable()
    .describe('null where the city opens too late for this date'),
  feeRate: z
    .int()
    .optional()
    .describe(
      'G10: ten-thousandths of a listing’s price for each half hour, rounded down; left out = all of it',
    ),
})
export type ListingDay = z.infer<typeof ListingDay>
export const getListingDay = request('catalog.call.get-listing-day.v1', {
  input: z.object({
    listingId: ListingId,
    date: LocalDate,
    cityId: CityId.optional(),
    classId: ClassId.optional().describe('G11: of `cityId`; left out = the first of the listing’s city'),
  }),
  output: ListingDay,
  refusals: { 'not-found': bare, 'date-out-of-range': z.object({ first: LocalDate, last: LocalDate }) },
})
