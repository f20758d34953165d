import type { LockAddress, LockEvent } from '@asaichi/contract/lock/topics.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

/** Keeps an event once, however often it is sent; (lock, boot, seq) names it. */
export async function keepLockEvent(db: Kysely<Tables>, { site, lock }: LockAddress, event: LockEvent) {
  const { boot, seq, at, type, ...detail } = event
  await db
    .insertInto('lock_events')
    .values({ lock_id: lock, boot, seq, site, at, type, detail: JSON.stringify(detail) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
