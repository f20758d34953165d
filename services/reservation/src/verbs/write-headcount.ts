import { whyStopped } from '@asaichi/calendar/service-stop.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { writeHeadcount as request } from '@asaichi/contract/reservation/write-headcount.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { countedKinds, headcountUntil, isSameCount, kindsOf } from '../domain/headcount.ts'
import { isOver } from '../domain/reservation.ts'
import { findPolicy } from '../store/copies.ts'
import { changeReservation, lockReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { mayAnswer, stateChanged, tellStaffAct } from './change-state.ts'

/** G15: 利用人数. The newest numbers count; what staff wrote stands among the acts on the person (V4). */
export function writeHeadcount(
  db: Kysely<Tables>,
  { actor, reservationId, expectedVersion, counts }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    const before = await lockReservation(tx, reservationId)
    const isOwner = before?.personId === actor.personId
    if (!before || !(isOwner || mayAnswer(actor, before))) return refuse('not-found')
    const policy = await findPolicy(tx, before.cityId)
    const kinds = kindsOf(before, policy?.headcount)
    if (!kinds) return refuse('headcount-not-asked')
    const counted = countedKinds(kinds, counts)
    if (!counted) return refuse('kinds-differ')
    // The same numbers again, after an answer that was lost, are those that were written.
    if (isSameCount(before.headcount, counted) && before.version === expectedVersion + 1)
      return done(withoutOccupancy(before))
    const now = await townNow(tx)
    if (!isOver(before, now)) return refuse('use-not-over')
    if (before.version !== expectedVersion) return stateChanged(before)
    const closedAt = headcountUntil(before, { rules: policy?.headcount, isOwner })
    if (now >= closedAt) return refuse('headcount-closed', { closedAt })
    const stopped = isOwner ? whyStopped(policy?.serviceStops, now) : undefined
    if (stopped) return refuse('service-stopped', stopped)
    const reservation = await changeReservation(tx, before, {
      status: before.status,
      headcount: { kinds: counted, writtenAt: now, by: isOwner ? 'resident' : 'staff' },
    })
    if (!isOwner) await tellStaffAct(tx, reservation, { act: 'write-headcount', staffId: actor.personId })
    return done(withoutOccupancy(reservation))
  })
}
