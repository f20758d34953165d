import { z } from 'zod'
import { bare, request } from '../define.ts'
import { ListingId } from '../ids.ts'
import { Instant, LocalDate, Month, TimeOfDay } from '../time.ts'

/**
 * M22: a room-month, the same for everyone. `p`: l lottery, d drawing (or the draw is not applied yet, M18), f first-come,
 * b before, c closed for booking, - no opening hours. `s`: one letter per 30 minutes from `open` to closing: o free, x taken,
 * h city use or closure, r freed but not yet reopened (G4). `opensAt`: when first-come opens, where that still lies ahead.
 */
export const Availability = z.object({
  listingId: ListingId,
  month: Month,
  days: z.array(
    z.object({
      d: LocalDate,
      p: z.enum(['l', 'd', 'f', 'b', 'c', '-']),
      open: TimeOfDay.nullable(),
      s: z.string(),
      opensAt: Instant.nullable(),
      h: z.literal(true).optional().describe('a national holiday'),
    }),
  ),
})
export type Availability = z.infer<typeof Availability>
export const getAvailability = request('catalog.call.get-availability.v1', {
  input: z.object({
    listingId: ListingId,
    month: Month.optional().describe('without it the first month in which something can be booked'),
  }),
  output: z.object({
    etag: z.string().describe('a strong entity tag, its quotes included'),
    body: z.string().describe('Availability as JSON text, kept ready'),
  }),
  refusals: { 'not-found': bare, 'month-too-far': z.object({ first: Month, last: Month }) },
})
