import { townNow } from '@asaichi/store/town-now.ts'
import type { SecretWork } from '../context.ts'
import { findSealed, reseal } from '../store/codes.ts'
import { lockLocks, notifyPublisher } from '../store/locks.ts'
import { nextSet } from './revise-sets.ts'

/**
 * Outranks a gateway or a lock that knows a set this database never made: after a restore from a backup, codes of cancelled
 * reservations must not live on because their revision is higher. A code is sealed for one epoch, so all are sealed anew.
 */
export async function startEpoch(
  { tx, secrets }: SecretWork,
  lockId: string,
  told: { readonly epoch: number; readonly rev: number },
): Promise<void> {
  const [lock] = await lockLocks(tx, [lockId])
  if (!lock) return
  const epoch = Math.max(lock.epoch, told.epoch) + 1
  for (const { codeId, sealed } of await findSealed(tx, lockId)) {
    const digits = secrets.open({ lockId, epoch: lock.epoch, codeId }, sealed)
    await reseal(tx, codeId, secrets.seal({ lockId, epoch, codeId }, digits))
  }
  await nextSet(tx, { ...lock, epoch, rev: Math.max(lock.rev, told.rev) }, await townNow(tx))
  await notifyPublisher(tx)
}
