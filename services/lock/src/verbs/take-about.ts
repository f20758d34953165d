import type { LockAbout } from '@asaichi/contract/lock/lock-about.ts'
import type { LockAddress } from '@asaichi/contract/lock/topics.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { keepAbout } from '../store/lock-about.ts'
import { lockLocks } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { findCurrentSet } from '../store/sets.ts'
import { reviseSets } from './revise-sets.ts'

/** What a lock can hold decides how much of a set it is sent; what it takes decides the next digits. Codes drawn before stay. */
export async function takeAbout(
  tx: Transaction<Tables>,
  address: LockAddress,
  about: LockAbout,
): Promise<void> {
  const { site, lock } = address
  await lockLocks(tx, [lock])
  await keepAbout(tx, address, about)
  const current = await findCurrentSet(tx, lock)
  if (current?.site === site) await reviseSets(tx, [lock])
}
