import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { digestOf, type Revision, reviseSet } from '../domain/desired-set.ts'
import { applyRevision, findLiveCodes, type LiveCode } from '../store/codes.ts'
import { type Lock, lockLocks, notifyPublisher } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { insertSet } from '../store/sets.ts'

/** The sets whose codes changed, though none came or went. */
type Touched = ReadonlySet<string>

/**
 * Brings the desired sets of these locks to what they should be now: a new revision where a code has to come or go, none where
 * all is as it should be. Every cause ends here: a grant, a cancel, the horizon, the end of a code, a new door.
 */
export async function reviseSets(
  tx: Transaction<Tables>,
  lockIds: readonly string[],
  touched: Touched = new Set(),
): Promise<void> {
  const locks = await lockLocks(tx, lockIds)
  const now = await townNow(tx)
  let revised = false
  for (const lock of locks)
    revised = (await reviseOne(tx, lock, { now, isTouched: touched.has(lock.lockId) })) || revised
  if (revised) await notifyPublisher(tx)
}

/** The next revision of a lock this transaction has taken, whether or not its codes change. */
export async function nextSet(tx: Transaction<Tables>, lock: Lock, now: string): Promise<void> {
  const codes = await findLiveCodes(tx, lock.lockId)
  await writeSet(tx, lock, { codes, revision: reviseSet(codes, { now, room: lock.room }), now })
}

async function reviseOne(
  tx: Transaction<Tables>,
  lock: Lock,
  { now, isTouched }: { readonly now: string; readonly isTouched: boolean },
): Promise<boolean> {
  const codes = await findLiveCodes(tx, lock.lockId)
  const revision = reviseSet(codes, { now, room: lock.room })
  const mustRevise = isTouched || lock.rev === 0
  if (!mustRevise && revision.entering.length === 0 && revision.leaving.length === 0) return false
  await writeSet(tx, lock, { codes, revision, now })
  return true
}

async function writeSet(
  tx: Transaction<Tables>,
  { lockId, epoch, rev: lastRev }: Lock,
  {
    codes,
    revision,
    now,
  }: { readonly codes: readonly LiveCode[]; readonly revision: Revision; readonly now: string },
): Promise<void> {
  const rev = lastRev + 1
  const members = new Set(revision.members)
  await applyRevision(tx, rev, revision)
  const digest = digestOf(codes.filter(({ codeId }) => members.has(codeId)).flatMap(withHash))
  await insertSet(tx, { lockId, rev, epoch, digest, revisedAt: now })
}

function withHash({ codeId, kind, hash, from, to }: LiveCode) {
  return hash === null ? [] : [{ codeId, kind, hash, from, to }]
}
