import { withParts } from '@asaichi/calendar/space-parts.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { listAttempts as request } from '@asaichi/contract/reservation/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Bookable } from '../domain/bookable.ts'
import { findAttempts } from '../store/attempts.ts'

/** V2: "why not me", for staff: every press that wanted this room's time, also by another listing or as part of a whole. */
export async function listAttempts(
  { db, listings }: Pick<Context, 'db' | 'listings'>,
  { actor, listingId, date, after = 0, ...wanted }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const bookable = await listings.find(listingId)
  if (!bookable || bookable.venue.cityId !== actor.cityId) return refuse('not-found')
  const day = { venueId: bookable.venue.venueId, date }
  const rows = await findAttempts(db, day, { ...wanted, after, listingIds: rivalsOf(bookable) })
  const last = rows.length === wanted.limit ? rows.at(-1) : undefined
  const items = rows.map(
    ({ turn, ...row }) =>
      ({ ...row, place: turn, outcome: row.reservationId ? 'accepted' : 'refused' }) as const,
  )
  return done({ items, next: last?.turn ?? null })
}

/** The listings whose booking would take some of the same space (M13). */
function rivalsOf({ venue: { spaces }, space }: Bookable): readonly string[] {
  const own = withParts(spaces, space.spaceId)
  return spaces
    .filter(({ spaceId }) => withParts(spaces, spaceId).some(part => own.includes(part)))
    .flatMap(({ listings }) => listings.map(({ listingId }) => listingId))
}
