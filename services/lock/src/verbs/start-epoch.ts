import { townNow } from '@asaichi/store/town-now.ts'
import type { SecretWork } from '../context.ts'
import { type Lock, lockLocks, notifyPublisher } from '../store/locks.ts'
import { findSealed, reseal } from '../store/sealed-codes.ts'
import { nextSet } from './revise-sets.ts'

/**
 * Outranks a gateway or a lock that knows a set this database never made: after a restore from a backup, codes of cancelled
 * reservations must not live on because their revision is higher. A code is sealed for one epoch, so all are sealed anew.
 */
export async function startEpoch(
  work: SecretWork,
  lockId: string,
  told: { readonly epoch: number; readonly rev: number },
): Promise<void> {
  const { tx } = work
  const [lock] = await lockLocks(tx, [lockId])
  if (!lock) return
  const epoch = Math.max(lock.epoch, told.epoch) + 1
  const next = { ...lock, epoch, rev: Math.max(lock.rev, told.rev) }
  await sealAnew(work, lock, next)
  await nextSet(tx, next, await townNow(tx))
  await notifyPublisher(tx)
}

type Place = Pick<Lock, 'lockId' | 'epoch' | 'device'>

/** The digits of a lock stay as they are, for another epoch or another device's key. */
export async function sealAnew({ tx, secrets }: SecretWork, from: Place, to: Place): Promise<void> {
  for (const { codeId, sealed } of await findSealed(tx, from.lockId)) {
    const digits = secrets.open({ ...from, codeId }, sealed)
    await reseal(tx, codeId, {
      sealed: secrets.seal({ ...to, codeId }, digits),
      hash: secrets.hash(to, digits),
    })
  }
}
