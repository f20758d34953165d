import type { LockAddress, Presence } from '@asaichi/contract/lock/topics.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { nextPresence } from '../domain/presence.ts'
import { keepPresence, lockPresence } from '../store/lock-states.ts'
import type { Tables } from '../store/schema.ts'

export async function takePresence(
  tx: Transaction<Tables>,
  address: LockAddress,
  said: Presence,
): Promise<void> {
  await keepPresence(tx, address, nextPresence(await lockPresence(tx, address), said))
}
