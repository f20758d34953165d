import { whyStopped } from '@asaichi/calendar/service-stop.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { changeDetails as request } from '@asaichi/contract/reservation/details.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { isMovable } from '../domain/moving.ts'
import { findBookables, findPolicy } from '../store/copies.ts'
import {
  changeReservation,
  lockReservation,
  type StoredReservation,
  withoutOccupancy,
} from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { stateChanged } from './change-state.ts'

/** M24: event, people and note of a booking that has not begun, by its owner. Its next version, so that staff answer what they have read. */
export function changeDetails(
  db: Kysely<Tables>,
  { actor, reservationId, expectedVersion, details }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    const before = await lockReservation(tx, reservationId)
    if (before?.personId !== actor.personId) return refuse('not-found')
    const now = await townNow(tx)
    const { eventName, people, note, purposeId = before.purpose?.purposeId } = details
    const isSame =
      before.eventName === eventName &&
      before.people === people &&
      before.note === note &&
      before.purpose?.purposeId === purposeId
    // The same change again, after an answer that was lost, is the one that was made.
    if (isSame && before.version === expectedVersion + 1) return done(withoutOccupancy(before))
    if (before.version !== expectedVersion || !isMovable(before, now)) return stateChanged(before)
    const policy = await findPolicy(tx, before.cityId)
    const stopped = whyStopped(policy?.serviceStops, now)
    if (stopped) return refuse('service-stopped', stopped)
    const bookable = (await findBookables(tx, [before.listingId])).get(before.listingId)
    const capacity = bookable?.space.capacity ?? before.people
    if (people < 1 || people > capacity) return refuse('people-out-of-range', { capacity })
    const purpose = purposeAfter(before, purposeId, policy)
    if (purpose === 'unknown') return refuse('purpose-needed')
    const reservation = await changeReservation(tx, before, {
      status: before.status,
      event_name: eventName,
      people,
      note,
      ...(purpose && { purpose }),
      changed_at: now,
    })
    return done(withoutOccupancy(reservation))
  })
}

/** One that stays is kept as it was chosen, though the city may have taken it from its list since. */
function purposeAfter(
  { purpose }: StoredReservation,
  purposeId: string | undefined,
  policy: CityPolicy | undefined,
): Purpose | undefined | 'unknown' {
  if (purposeId === purpose?.purposeId) return purpose
  return policy?.purposes?.find(each => each.purposeId === purposeId) ?? 'unknown'
}
