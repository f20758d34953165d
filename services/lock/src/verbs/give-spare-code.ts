import { emit } from '@asaichi/bus/emit.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { giveSpareCode as request } from '@asaichi/contract/lock/spare.ts'
import { codesReissued, staffActed } from '@asaichi/contract/lock/staff.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context, SecretWork } from '../context.ts'
import { confirmDue } from '../domain/revocation.ts'
import { chooseSpare, isTooEarly } from '../domain/spare.ts'
import { type DoorCodeRow, findDoorCodes, revokeCodes } from '../store/codes.ts'
import { countIssue, type Grant, lockGrant, markTold } from '../store/grants.ts'
import { type Lock, lockLocks } from '../store/locks.ts'
import { findStore, giveSpare, type StoredSpare } from '../store/spares.ts'
import { fillSpares } from './fill-spares.ts'
import { reviseSets } from './revise-sets.ts'

/**
 * V14: for somebody at a door whose number does not open. The one in store is on the lock by the lock's own word, so it opens also
 * where nothing new gets through; it takes the place of the booking's code, and another is drawn for the store.
 */
export function giveSpareCode(
  { db, secrets }: Pick<Context, 'db' | 'secrets'>,
  { actor, reservationId, lockId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const grant = await lockGrant(tx, reservationId)
    if (!grant || grant.cityId !== actor.cityId || grant.status === 'revoked') return refuse('not-found')
    if (grant.status === 'waiting') return refuse('not-ready')
    const [lock] = await lockLocks(tx, [lockId])
    const code = (await findDoorCodes(tx, reservationId)).find(each => each.lockId === lockId)
    if (!lock || !code) return refuse('not-found')
    const now = await townNow(tx)
    if (code.to <= now) return refuse('use-is-over')
    if (code.kind === 'backup') return refuse('spare-given')
    if (isTooEarly(code, now)) return refuse('spare-too-early')
    const spare = chooseSpare(await findStore(tx, [lockId]), code)
    if (!spare || spare.sealed === null) return refuse('no-spare')
    await putInPlace({ tx, secrets }, { grant, lock, code, spare, now })
    const issue = await countIssue(tx, reservationId)
    const about = { aggregateId: reservationId, version: issue }
    const { personId, cityId } = grant
    await emit(tx, codesReissued, { ...about, data: { reservationId, personId, issue } })
    const did = { act: 'give-spare-code', staffId: actor.personId } as const
    await emit(tx, staffActed, { ...about, data: { ...did, cityId, personId, aboutId: reservationId } })
    const { doorName, from, to } = code
    return done({
      doorName,
      code: secrets.open({ ...lock, codeId: spare.codeId }, spare.sealed),
      from,
      to,
    })
  })
}

type Placing = {
  readonly grant: Grant
  readonly lock: Lock
  readonly code: DoorCodeRow
  readonly spare: StoredSpare
  readonly now: string
}

async function putInPlace(work: SecretWork, { grant, lock, code, spare, now }: Placing): Promise<void> {
  const { tx } = work
  const { reservationId } = grant
  const { lockId } = lock
  await revokeCodes(tx, { reservationId, lockId }, now)
  await giveSpare(tx, spare.codeId, { reservationId, use: { from: code.from, to: code.to }, now })
  await markTold(tx, reservationId, now)
  await fillSpares(work, [lock])
  await schedule(tx, { kind: 'check-revoked', key: reservationId, dueAt: confirmDue(now, [lock]) })
  // Its window is another now, though neither came nor went.
  await reviseSets(tx, [lockId], new Set([lockId]))
}
