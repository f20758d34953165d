import { z } from 'zod'
import { notFound, request } from '../define.ts'
import { ListingId, ReceiptId, VenueId } from '../ids.ts'
import { Instant, LocalDate } from '../time.ts'

const Hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * G6: the pool of a listing's venue and date. `seedHash` is SHA-256 of the seed's bytes and can be read at any time before the
 * opening; the seed and the presses, in the order of their places, once the pool is decided. A press's rank is
 * HMAC-SHA256(seed, venueId ‖ ' ' ‖ date ‖ receiptId), and the places follow the ranks.
 */
export const getOpeningPool = request('reservation.call.get-opening-pool.v1', {
  input: z.object({
    listingId: ListingId,
    date: LocalDate,
    after: z.int().min(0).optional().describe('the place where the page before ended'),
    limit: z.int().min(1).max(1000).default(500),
  }),
  output: z.object({
    venueId: VenueId,
    date: LocalDate,
    opensAt: Instant,
    seconds: z.int().nullable().describe('null where the city has ended its pool since'),
    seedHash: Hex32,
    seed: Hex32.nullable(),
    presses: z.array(z.object({ receiptId: ReceiptId, rank: Hex32, place: z.int() })),
    next: z.int().nullable(),
  }),
  refusals: notFound,
})
