import { createHash } from 'node:crypto'
import { type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { apply as applyRequest } from '@asaichi/contract/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'

/** M22–M25: first-come. The desk of the venue's day decides; nothing on this way asks another service. */
export async function apply(
  { desks, listings }: Pick<Context, 'desks' | 'listings'>,
  { actor, key, application }: z.output<typeof applyRequest.input>,
): Promise<OutcomeOf<typeof applyRequest>> {
  const place = await listings.find(application.listingId)
  if (!place) return refuse('unknown-listing')
  return desks.submit(
    { venueId: place.venue.venueId, date: application.date },
    {
      personId: actor.personId,
      cityId: place.venue.cityId,
      key,
      bodyHash: createHash('sha256').update(JSON.stringify(application)).digest('base64url'),
      application,
      ids: { receiptId: newId(), reservationId: newId(), occupancyId: newId() },
    },
  )
}
