import { emitAll } from '@asaichi/bus/emit.ts'
import { addMs } from '@asaichi/calendar/instant.ts'
import { codesOnLock, codesRevoked } from '@asaichi/contract/lock/door-codes.ts'
import type { LockAddress, Reported } from '@asaichi/contract/lock/topics.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { SecretWork } from '../context.ts'
import { type Mark, readReport, standingOf } from '../domain/report.ts'
import { applyReport, findLiveCodes, type LiveCode } from '../store/codes.ts'
import { keepReported } from '../store/lock-states.ts'
import { lockLocks } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { findCurrentSet, isOurSet } from '../store/sets.ts'
import { dueFill } from './fill-spares.ts'
import { startEpoch } from './start-epoch.ts'

/** A lock that refuses every number in store is asked by the hour, not without rest (V14). */
const SPARE_AGAIN_MS = 3_600_000

/** The lock's own word on each code: the only proof that it is on it, or off it (V5). */
export async function takeReported(
  work: SecretWork,
  address: LockAddress,
  reported: Reported,
): Promise<void> {
  const { tx } = work
  const lockId = address.lock
  await lockLocks(tx, [lockId])
  const current = await findCurrentSet(tx, lockId)
  const standing = current && standingOf(reported, current)
  if (current?.site === address.site && standing === 'ahead') return startEpoch(work, lockId, reported)
  const at = await townNow(tx)
  await keepReported(tx, address, { reported, at })
  if (current?.site !== address.site) return
  if (await isBelievable(tx, lockId, reported)) await confirm(tx, lockId, { reported, at })
}

/** An empty lock, or exactly a set that was made for it. */
async function isBelievable(tx: Transaction<Tables>, lockId: string, mark: Mark): Promise<boolean> {
  return mark.rev === 0 || isOurSet(tx, lockId, mark)
}

async function confirm(
  tx: Transaction<Tables>,
  lockId: string,
  { reported, at }: { readonly reported: Reported; readonly at: string },
): Promise<void> {
  const codes = await findLiveCodes(tx, lockId)
  const changes = readReport(codes, { ...reported, now: at })
  await applyReport(tx, changes, at)
  const byId = new Map(codes.map(code => [code.codeId, code]))
  // Drawing takes the grant before the locks, and here the lock is taken already.
  for (const { codeId, result } of changes)
    if (result === 'duplicate' || result === 'bad-format')
      await scheduleRedraw(tx, lockId, { code: byId.get(codeId), at })
  await emitAll(
    tx,
    changes.flatMap(({ codeId, news }) => {
      const code = byId.get(codeId)
      return code ? factsOf(code, lockId, news) : []
    }),
  )
}

async function scheduleRedraw(
  tx: Transaction<Tables>,
  lockId: string,
  { code, at }: { readonly code: LiveCode | undefined; readonly at: string },
): Promise<void> {
  // The code is the key, so that this never waits for the row of an earlier drawing that waits for us.
  if (code?.booking) {
    const { reservationId } = code.booking
    await schedule(tx, { kind: 'redraw', key: code.codeId, dueAt: at, data: { reservationId } })
  } else if (code?.isSpare)
    await schedule(tx, dueFill(lockId, { cause: code.codeId, dueAt: addMs(at, SPARE_AGAIN_MS) }))
}

function factsOf(code: LiveCode, lockId: string, news: 'on-lock' | 'gone' | 'none') {
  if (code.booking === null) return []
  const { reservationId, version } = code.booking
  const about = { aggregateId: reservationId, version }
  if (news === 'on-lock') return [{ ...about, event: codesOnLock, data: { reservationId, lockId } }]
  if (news === 'gone' && code.isRevoked)
    return [{ ...about, event: codesRevoked, data: { reservationId, lockId, confirmed: true } }]
  return []
}
