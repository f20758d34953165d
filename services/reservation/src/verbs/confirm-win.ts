import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import {
  type confirmWin as request,
  reservationCancelled,
} from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { unschedule } from '@asaichi/store/due-work.ts'
import type { z } from 'zod'
import { isLive, mayBecome } from '../domain/reservation.ts'
import { findPolicy } from '../store/copies.ts'
import { changeReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { confirm } from './approve.ts'
import { lockWithDay, stateChanged, tell } from './change-state.ts'
import { freeTime } from './free-time.ts'

/** G7: the winner says they will come; until then nobody can approve. */
export function confirmWin(
  db: Kysely<Tables>,
  input: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const { actor, reservationId } = input
  return db.transaction().execute(async tx => {
    const locked = await lockWithDay(tx, reservationId)
    if (locked?.reservation.personId !== actor.personId) return refuse('not-found')
    const { reservation, now } = locked
    if (!isLive(reservation.status)) return stateChanged(reservation)
    if (reservation.confirmBy === null) return done(withoutOccupancy(reservation))
    if (now >= reservation.confirmBy) return stateChanged(reservation)
    await unschedule(tx, { kind: 'lapse-win', key: reservationId })
    const confirmed = await changeReservation(tx, reservation, {
      status: reservation.status,
      confirm_by: null,
    })
    const policy = await findPolicy(tx, reservation.cityId)
    // G12: nobody of the city looks at it where the system answers.
    if (policy?.approval === 'automatic' && confirmed.status === 'pending')
      return done(withoutOccupancy(await confirm(tx, confirmed, { now })))
    return done(withoutOccupancy(confirmed))
  })
}

/** G7: a win nobody confirmed in time is given up; its time reopens by G4. */
export async function lapseWin(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const locked = await lockWithDay(tx, reservationId)
  if (
    !locked ||
    locked.reservation.confirmBy === null ||
    !mayBecome(locked.reservation, 'cancelled', locked.now)
  )
    return
  const reservation = await changeReservation(tx, locked.reservation, {
    status: 'cancelled',
    cancelled_by: 'city',
    reason: '当選の確認が期限までになかったため',
  })
  await unschedule(tx, { kind: 'expire-reservation', key: reservationId })
  await freeTime(tx, reservation, { now: locked.now })
  await tell(tx, reservationCancelled, { reservation, more: { by: 'city', wasApproved: false } })
}
