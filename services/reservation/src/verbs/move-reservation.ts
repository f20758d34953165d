import { addMs } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { moveReservation as request } from '@asaichi/contract/reservation/moves.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule, unschedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { attemptOf } from '../desk/attempt-of.ts'
import { isLive, mayBecome } from '../domain/reservation.ts'
import { findPolicy } from '../store/copies.ts'
import { claimMove, dropMove, findMove, findMovedTo, type Move } from '../store/moves.ts'
import { findReservation, lockReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { cancelIn } from './cancel.ts'
import { stateChanged } from './change-state.ts'

type Input = z.output<typeof request.input>
type Answer = OutcomeOf<typeof request>
type Ctx = Pick<Context, 'db' | 'desks' | 'listings'>

/** Longer than any desk takes, so that whatever became of the press is known by then. */
const FINISH_AFTER_MS = 120_000

/**
 * M29, M30: claims the old booking, presses for the new time, and cancels the old one once the new one is held. The claim keeps
 * the old one out of the quota and other moves away; due work finishes a move whose process died in the middle.
 */
export async function moveReservation({ db, desks, listings }: Ctx, input: Input): Promise<Answer> {
  const { actor, reservationId, application } = input
  const bookable = await listings.find(application.listingId)
  const claim: Move = { reservationId, personId: actor.personId, key: `move ${reservationId} ${input.key}` }
  const refusal = await db.transaction().execute(tx => begin(tx, claim, bookable?.venue.cityId))
  if (refusal) return refusal
  if (!bookable) return refuse('unknown-listing')
  const outcome = await desks.submit(
    { venueId: bookable.venue.venueId, date: application.date },
    attemptOf({ personId: actor.personId, cityId: bookable.venue.cityId, key: claim.key, application }),
  )
  if (!outcome.ok) {
    // A body that does not fit the key says nothing about the move the key stands for, and a pool (G6) has not decided it.
    const isOver =
      outcome.refusal.code !== 'key-used-differently' && outcome.refusal.code !== 'in-opening-pool'
    if (isOver) await db.transaction().execute(tx => giveUp(tx, claim))
    return outcome
  }
  const cancelled = await db.transaction().execute(tx => finish(tx, input))
  return done({ ...outcome.value, cancelled })
}

/** Nothing where the press may go on. */
async function begin(
  tx: Transaction<Tables>,
  claim: Move,
  cityId: string | undefined,
): Promise<Extract<Answer, { ok: false }> | undefined> {
  const old = await lockReservation(tx, claim.reservationId)
  if (!old || old.personId !== claim.personId) return refuse('not-found')
  if ((await findPolicy(tx, old.cityId))?.moveAllowed !== true) return refuse('move-not-offered')
  if (cityId !== old.cityId) return refuse('unknown-listing')
  const now = await townNow(tx)
  const earlier = await findMove(tx, claim.reservationId)
  if (earlier?.key === claim.key) return undefined
  if (!mayBecome(old, 'cancelled', now)) return stateChanged(old)
  if ((await claimMove(tx, claim)).key !== claim.key) return refuse('busy', { retryAfterSeconds: 2 })
  await schedule(tx, { kind: 'finish-move', key: claim.reservationId, dueAt: addMs(now, FINISH_AFTER_MS) })
  return undefined
}

async function giveUp(tx: Transaction<Tables>, claim: Move): Promise<void> {
  const old = await lockReservation(tx, claim.reservationId)
  if (!old || !isLive(old.status)) return
  await dropMove(tx, claim)
  await unschedule(tx, { kind: 'finish-move', key: claim.reservationId })
}

/** The old one as it is afterwards: what ended otherwise in the meantime stays as it ended. */
async function finish(
  tx: Transaction<Tables>,
  { actor, reservationId }: Pick<Input, 'actor' | 'reservationId'>,
) {
  await cancelIn(tx, { actor, reservationId })
  await unschedule(tx, { kind: 'finish-move', key: reservationId })
  const old = await findReservation(tx, reservationId)
  if (!old) throw new Error('a reservation vanished while it was moved')
  return withoutOccupancy(old)
}

/** A process died between the two halves: the old one goes where the new one is held, and stays where it is not. */
export async function finishMove(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const claim = await findMove(tx, reservationId)
  const old = claim && (await findReservation(tx, reservationId))
  if (!claim || !old || !isLive(old.status)) return
  const movedTo = await findMovedTo(tx, claim)
  const held = movedTo === undefined ? undefined : await findReservation(tx, movedTo)
  if (!held || !isLive(held.status)) return dropMove(tx, claim)
  await cancelIn(tx, {
    actor: { personId: old.personId, role: 'resident', cityId: old.cityId },
    reservationId,
  })
}
