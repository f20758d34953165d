import { emit } from '@asaichi/bus/emit.ts'
import { type PointCause, pointsGiven } from '@asaichi/contract/reservation/points.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { lockPersons } from '../store/days.ts'
import { insertPoint } from '../store/points.ts'
import type { StoredReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

type Given = {
  readonly cause: PointCause
  readonly points: number
  readonly at: string
  /** Of the staff; null where it follows from what the owner did. */
  readonly by: string | null
}

/**
 * G8: writes the points and tells of them, once for each booking and cause; answers whether they are new. The person is locked, so
 * that a press that is being decided is either before them or knows of the ban.
 */
export async function givePoints(
  tx: Transaction<Tables>,
  { reservationId, personId, cityId }: StoredReservation,
  { cause, points, at, by }: Given,
): Promise<boolean> {
  await lockPersons(tx, cityId, [personId])
  const pointId = newId()
  const isNew = await insertPoint(tx, {
    pointId,
    reservationId,
    personId,
    cityId,
    cause,
    points,
    at,
    byPerson: by,
  })
  if (isNew)
    await emit(tx, pointsGiven, {
      aggregateId: pointId,
      version: 1,
      data: { pointId, reservationId, personId, cityId },
    })
  return isNew
}
