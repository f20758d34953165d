import { whyStopped } from '@asaichi/calendar/service-stop.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { type cancel as request, reservationCancelled } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { unschedule } from '@asaichi/store/due-work.ts'
import type { z } from 'zod'
import type { Stretch } from '../domain/remainders.ts'
import { mayBecome } from '../domain/reservation.ts'
import { findPolicy } from '../store/copies.ts'
import { changeReservation, type StoredReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { type Locked, lockWithDay, mayAnswer, stateChanged, tell, tellStaffAct } from './change-state.ts'
import { endCharge } from './charge.ts'
import { freeTime } from './free-time.ts'
import { givePoints } from './give-points.ts'
import { pointsOfCancel } from './points-of-cancel.ts'

type Input = z.output<typeof request.input>

/** M29, M30: by its owner, or by staff with a reason. A second cancel answers like the first; a started use can still be ended, a finished one not. */
export function cancel(db: Kysely<Tables>, input: Input): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(tx => cancelIn(tx, input))
}

/** The same in a transaction that has more to do. What the city takes next, `but`, does not reopen, and it is the city that cancels, whosever the booking is. */
export async function cancelIn(
  tx: Transaction<Tables>,
  { actor, reservationId, reason, points = 0 }: Input,
  but?: Stretch,
): Promise<OutcomeOf<typeof request>> {
  const locked = await lockWithDay(tx, reservationId)
  const isOwner = !but && locked?.reservation.personId === actor.personId
  if (!locked || !(isOwner || mayAnswer(actor, locked.reservation))) return refuse('not-found')
  const before = locked.reservation
  if (before.status === 'cancelled') return done(withoutOccupancy(before))
  if (!isOwner && reason === undefined) return refuse('reason-needed')
  if (!mayBecome(before, 'cancelled', locked.now)) return stateChanged(before)
  const policy = isOwner ? await findPolicy(tx, before.cityId) : undefined
  const stopped = whyStopped(policy?.serviceStops, locked.now)
  if (stopped) return refuse('service-stopped', stopped)
  const given = await pointsOfCancel(tx, policy?.points, locked)
  if (given > points) return refuse('gives-points', { points: given })
  const by = isOwner ? 'resident' : 'city'
  const act: Act = {
    by,
    reason: reason ?? null,
    ...(but && { but }),
    ...(!isOwner && { staffId: actor.personId }),
  }
  if (given > 0)
    await givePoints(tx, before, { cause: 'late-cancel', points: given, at: locked.now, by: null })
  return done(withoutOccupancy(await giveUp(tx, locked, act)))
}

/** By the city without a member of its staff: what a rule of the city ends. Nothing, where it has begun or ended. */
export async function cancelByCity(
  tx: Transaction<Tables>,
  reservationId: string,
  reason: string,
): Promise<void> {
  const locked = await lockWithDay(tx, reservationId)
  if (locked && mayBecome(locked.reservation, 'cancelled', locked.now))
    await giveUp(tx, locked, { by: 'city', reason })
}

type Act = {
  readonly by: 'resident' | 'city'
  readonly reason: string | null
  readonly but?: Stretch
  readonly staffId?: string
}

async function giveUp(
  tx: Transaction<Tables>,
  { reservation: before, now }: Locked,
  { by, reason, but, staffId }: Act,
): Promise<StoredReservation> {
  const reservation = await changeReservation(tx, before, { status: 'cancelled', cancelled_by: by, reason })
  for (const kind of ['expire-reservation', 'remind-of-use', 'finish-reservation'])
    await unschedule(tx, { kind, key: before.reservationId })
  await freeTime(tx, reservation, { now, ...(but && { but }) })
  await endCharge(tx, reservation, { by, now })
  await tell(tx, reservationCancelled, {
    reservation,
    more: { by, wasApproved: before.status === 'approved' },
  })
  if (staffId !== undefined) await tellStaffAct(tx, reservation, { act: 'cancel-booking', staffId })
  return reservation
}
