import { hash } from 'node:crypto'
import { isTransient } from '@asaichi/bus/transient.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { applyMany } from '@asaichi/contract/reservation/presses.ts'
import type { apply as applyRequest } from '@asaichi/contract/reservation/reservation.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { busy } from '../desk/desk.ts'
import type { Attempt } from '../domain/attempt.ts'

/** M22–M25: first-come. The desk of the venue's day decides; nothing on this way asks another service. */
export async function apply(
  { desks, listings }: Pick<Context, 'desks' | 'listings'>,
  { actor, key, application }: z.output<typeof applyRequest.input>,
): Promise<OutcomeOf<typeof applyRequest>> {
  const found = listings.find(application.listingId)
  const place = found instanceof Promise ? await found : found
  if (!place) return refuse('unknown-listing')
  try {
    return await desks.submit(
      { venueId: place.venue.venueId, date: application.date },
      attemptOf({ personId: actor.personId, cityId: place.venue.cityId, key, application }),
    )
  } catch (error) {
    // Whether the commit happened is not known; the same key tells when it is pressed again (D5). Desks has told of the error.
    if (isTransient(error)) return busy()
    throw error
  }
}

/** Presses of one message, each for its own desk; they are at their desks in the order of the message. */
export async function applyTogether(
  context: Pick<Context, 'desks' | 'listings'>,
  { attempts }: z.output<typeof applyMany.input>,
): Promise<OutcomeOf<typeof applyMany>> {
  return done({ answers: await Promise.all(attempts.map(attempt => apply(context, attempt))) })
}

/** One press. Its hash is made when it is asked for, because a press that memory refuses needs none. */
export function attemptOf(press: Omit<Attempt, 'bodyHash' | 'ids'>): Attempt {
  return {
    ...press,
    ids: { receiptId: newId(), reservationId: newId(), occupancyId: newId() },
    get bodyHash() {
      return hash('sha256', JSON.stringify(press.application), 'base64url')
    },
  }
}
