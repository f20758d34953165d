import type { Call } from '@asaichi/bus/call.ts'
import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { waivePoints as request } from '@asaichi/contract/reservation/points.ts'
import { staffActed } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { lockPersons } from '../store/days.ts'
import { findPoint, insertWaiver } from '../store/points.ts'
import type { Tables } from '../store/schema.ts'
import { ownAccounts } from './own-accounts.ts'
import { pointOf } from './point-of.ts'

type Parts = { readonly db: Kysely<Tables>; readonly call: Call }

/** G8: from here on the points count nowhere, and a ban that they carried has ended. */
export async function waivePoints(
  { db, call }: Parts,
  { actor, pointId, reason }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const seen = await findPoint(db, pointId)
  if (seen?.cityId !== actor.cityId) return refuse('not-found')
  const { personId, cityId, reservationId } = seen
  // Asked outside the transaction, so that no lock waits for another service.
  const own = await ownAccounts(call, actor, [personId])
  if (own.has(personId)) return refuse('own-booking')
  return db.transaction().execute(async tx => {
    await lockPersons(tx, cityId, [personId])
    if (await insertWaiver(tx, { pointId, reason, byPerson: actor.personId }))
      await emit(tx, staffActed, {
        aggregateId: pointId,
        version: 2,
        data: { act: 'waive-points', staffId: actor.personId, cityId, personId, aboutId: reservationId },
      })
    const point = await findPoint(tx, pointId)
    return point ? done(pointOf(point)) : refuse('not-found')
  })
}
