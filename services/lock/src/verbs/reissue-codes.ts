import { emit } from '@asaichi/bus/emit.ts'
import { addMs } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { codesReissued, reissueCodes as request } from '@asaichi/contract/lock/staff.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { holdParts, holdPolicy } from '../store/catalog-copy.ts'
import { revokeCodes } from '../store/codes.ts'
import { countIssue, lockGrant } from '../store/grants.ts'
import { lockLocksOf } from '../store/locks.ts'
import { scheduleLife, storeCodes } from './draw-codes.ts'
import { reviseSets } from './revise-sets.ts'
import { windowBeside } from './window-beside.ts'

/** F21: this long after the old digits ended, a lock that has not confirmed it is told of. */
const CONFIRM_WITHIN_MS = 60_000

/** T12: for digits that got about, or a lock that would not take them. Rows are taken in the order grant, city, venue, locks by id. */
export function reissueCodes(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  { actor, reservationId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const grant = await lockGrant(tx, reservationId)
    if (!grant || grant.cityId !== actor.cityId || grant.status === 'revoked') return refuse('not-found')
    const policy = grant.status === 'ready' ? await holdPolicy(tx, grant.cityId) : undefined
    if (!policy) return refuse('not-ready')
    const parts = await holdParts(tx, grant.venueId)
    if (!parts) return refuse('not-ready')
    const locks = await lockLocksOf(tx, reservationId)
    const { window } = await windowBeside(tx, grant, { doorMinutes: policy.doorMinutes, parts })
    const now = await townNow(tx)
    if (window.to <= now) return refuse('use-is-over')
    if (locks.length === 0) return done({ doors: 0 })
    await revokeCodes(tx, reservationId, now)
    await storeCodes({ tx, secrets }, { reservationId, locks, window, digits: policy.codeDigits })
    await scheduleLife(tx, reservationId, window)
    await schedule(tx, { kind: 'check-revoked', key: reservationId, dueAt: addMs(now, CONFIRM_WITHIN_MS) })
    await reviseSets(
      tx,
      locks.map(lock => lock.lockId),
    )
    const issue = await countIssue(tx, reservationId)
    const data = { reservationId, personId: grant.personId, issue }
    await emit(tx, codesReissued, { aggregateId: reservationId, version: issue, data })
    return done({ doors: locks.length })
  })
}
