import type { Held, LockAddress } from '@asaichi/contract/lock/topics.ts'
import type { SecretWork } from '../context.ts'
import { standingOf } from '../domain/report.ts'
import { keepHeld, keepRefusal } from '../store/lock-states.ts'
import { lockLocks } from '../store/locks.ts'
import { findCurrentSet } from '../store/sets.ts'
import { startEpoch } from './start-epoch.ts'

/** The gateway's word on what its disk holds (at_gateway), or that it would not take a set. */
export async function takeHeld(work: SecretWork, address: LockAddress, held: Held): Promise<void> {
  const { tx } = work
  await lockLocks(tx, [address.lock])
  const current = await findCurrentSet(tx, address.lock)
  if (held.status === 'refused') {
    // A copy of this service that was slow may send an older revision; its refusal says nothing of the newest.
    if (held.rev === null || held.rev === current?.rev) await keepRefusal(tx, address, held.reason)
    return
  }
  const standing = current && standingOf(held, current)
  if (current?.site === address.site && standing === 'ahead') return startEpoch(work, address.lock, held)
  if (standing !== 'ahead') await keepHeld(tx, address, held)
}
