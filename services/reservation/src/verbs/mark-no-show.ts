import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { markNoShow as request } from '@asaichi/contract/reservation/points.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { isOver } from '../domain/reservation.ts'
import { findPolicy } from '../store/copies.ts'
import { findPointsOf } from '../store/points.ts'
import type { Tables } from '../store/schema.ts'
import { lockWithDay, mayAnswer, tellStaffAct } from './change-state.ts'
import { givePoints } from './give-points.ts'
import { pointOf } from './point-of.ts'

/** G8: 来なかった. Until its end somebody may still come or cancel, so a booking is marked when it is over. */
export function markNoShow(
  db: Kysely<Tables>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const locked = await lockWithDay(tx, reservationId)
    if (!locked || !mayAnswer(actor, locked.reservation)) return refuse('not-found')
    const { reservation, now } = locked
    const points = (await findPolicy(tx, reservation.cityId))?.points?.noShow
    if (points === undefined) return refuse('points-not-offered')
    if (!isOver(reservation, now)) return refuse('use-not-over')
    const isNew = await givePoints(tx, reservation, {
      cause: 'no-show',
      points,
      at: now,
      by: actor.personId,
    })
    if (isNew) await tellStaffAct(tx, reservation, { act: 'mark-no-show', staffId: actor.personId })
    const mark = (await findPointsOf(tx, reservationId)).find(({ cause }) => cause === 'no-show')
    if (!mark) throw new Error('a mark that was written is not there')
    return mark.waivedAt === null ? done(pointOf(mark)) : refuse('mark-taken-back')
  })
}
