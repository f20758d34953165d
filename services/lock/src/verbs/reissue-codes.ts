import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { codesReissued, reissueCodes as request, staffActed } from '@asaichi/contract/lock/staff.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { lockGrant } from '../store/grants.ts'
import { redrawCodes } from './redraw-codes.ts'

/** T12: for digits that got about, or a lock that would not take them. */
export function reissueCodes(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const grant = await lockGrant(tx, reservationId)
    if (!grant || grant.cityId !== actor.cityId || grant.status === 'revoked') return refuse('not-found')
    const redrawn = await redrawCodes({ tx, secrets }, grant)
    switch (redrawn.status) {
      case 'not-ready':
        return refuse('not-ready')
      case 'over':
        return refuse('use-is-over')
      case 'no-doors':
        return done({ doors: 0 })
      case 'redrawn': {
        const { doors, issue } = redrawn
        const about = { aggregateId: reservationId, version: issue }
        const { personId, cityId } = grant
        await emit(tx, codesReissued, { ...about, data: { reservationId, personId, issue } })
        const did = { act: 'reissue-codes', staffId: actor.personId } as const
        await emit(tx, staffActed, { ...about, data: { ...did, cityId, personId, aboutId: reservationId } })
        return done({ doors })
      }
    }
  })
}
