import { randomInt } from 'node:crypto'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { reservationApproved } from '@asaichi/contract/reservation/reservation.ts'
import type { approve as request } from '@asaichi/contract/reservation/staff.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule, unschedule } from '@asaichi/store/due-work.ts'
import type { z } from 'zod'
import { mayBecome } from '../domain/reservation.ts'
import { lockPersons } from '../store/days.ts'
import {
  changeReservation,
  freeNumber,
  type StoredReservation,
  withoutOccupancy,
} from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { type Locked, lockWithDay, stateChanged, tell, tellStaffAct } from './change-state.ts'
import { charge } from './charge.ts'
import { type Asking, findAnswerable } from './find-answerable.ts'
import { remindLater } from './remind-of-use.ts'

const CANDIDATES = 50

/** M26: 承認待ち becomes 予約確定 and gets its number. Of two approvers at once one wins and the other reads the new state. */
export async function approve(
  asking: Asking,
  { actor, reservationId, expectedVersion }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const answerable = await findAnswerable(asking, actor, reservationId)
  if (!answerable.ok) return answerable
  return asking.db.transaction().execute(async tx => {
    const locked = await lockWithDay(tx, reservationId)
    if (!locked) return refuse('not-found')
    const { reservation, now } = locked
    if (reservation.version !== expectedVersion || !mayBecome(reservation, 'approved', now))
      return stateChanged(reservation)
    if (reservation.confirmBy !== null)
      return refuse('not-confirmed-yet', { confirmBy: reservation.confirmBy })
    // The copy may have been stale when the resident pressed, so the permission is looked at once more.
    const persons = await lockPersons(tx, reservation.cityId, [reservation.personId])
    if (persons.get(reservation.personId)?.permission?.status !== 'approved')
      return refuse('person-not-approved')
    return done(withoutOccupancy(await confirm(tx, reservation, { now, staffId: actor.personId })))
  })
}

/** G12: the same step where the city lets the system answer. */
export async function approveByPolicy(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const locked: Locked | undefined = await lockWithDay(tx, reservationId)
  if (!locked || locked.reservation.confirmBy !== null) return
  if (mayBecome(locked.reservation, 'approved', locked.now))
    await confirm(tx, locked.reservation, { now: locked.now })
}

/** The step itself, for whoever has the locks and the right. */
export async function confirm(
  tx: Transaction<Tables>,
  pending: StoredReservation,
  { now, staffId }: { readonly now: string; readonly staffId?: string },
): Promise<StoredReservation> {
  const candidates = Array.from({ length: CANDIDATES }, () => randomInt(100_000, 1_000_000).toString())
  const number = await freeNumber(tx, pending.cityId, candidates)
  if (number === undefined) throw new Error('the reservation numbers of this city are used up')
  const reservation = await changeReservation(tx, pending, { status: 'approved', number })
  await unschedule(tx, { kind: 'expire-reservation', key: reservation.reservationId })
  await schedule(tx, {
    kind: 'finish-reservation',
    key: reservation.reservationId,
    dueAt: reservation.endsAt,
  })
  await remindLater(tx, reservation, now)
  const { spaceId, startsAt, endsAt } = reservation
  await charge(tx, reservation)
  await tell(tx, reservationApproved, { reservation, more: { number, spaceId, startsAt, endsAt } })
  if (staffId !== undefined) await tellStaffAct(tx, reservation, { act: 'approve-booking', staffId })
  return reservation
}
