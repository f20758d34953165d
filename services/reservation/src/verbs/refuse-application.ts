import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { reservationRefused } from '@asaichi/contract/reservation/reservation.ts'
import type { refuseApplication as request } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { unschedule } from '@asaichi/store/due-work.ts'
import type { z } from 'zod'
import { mayBecome } from '../domain/reservation.ts'
import { changeReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { lockWithDay, mayAnswer, stateChanged, tell, tellStaffAct } from './change-state.ts'
import { endCharge } from './charge.ts'
import { freeTime } from './free-time.ts'

/** 承認待ち becomes 不承認, with the reason the resident reads in mail J. */
export function refuseApplication(
  db: Kysely<Tables>,
  input: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const { actor, reservationId, expectedVersion, reason } = input
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const locked = await lockWithDay(tx, reservationId)
    if (!locked || !mayAnswer(actor, locked.reservation)) return refuse('not-found')
    if (
      locked.reservation.version !== expectedVersion ||
      !mayBecome(locked.reservation, 'refused', locked.now)
    )
      return stateChanged(locked.reservation)
    const reservation = await changeReservation(tx, locked.reservation, { status: 'refused', reason })
    await unschedule(tx, { kind: 'expire-reservation', key: reservationId })
    await freeTime(tx, reservation, { now: locked.now })
    await endCharge(tx, reservation, { by: 'city', now: locked.now })
    await tell(tx, reservationRefused, { reservation })
    await tellStaffAct(tx, reservation, { act: 'refuse-booking', staffId: actor.personId })
    return done(withoutOccupancy(reservation))
  })
}
