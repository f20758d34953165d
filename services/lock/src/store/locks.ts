import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { VenueDoor } from '../domain/door-choice.ts'
import { findAbouts, type KnownLock, SILENT } from './lock-about.ts'
import type { Tables } from './schema.ts'

export type Lock = KnownLock & {
  readonly lockId: string
  readonly epoch: number
  readonly rev: number
  readonly device: number
}

/** The venue's doors as the catalogue says now, and which are no longer listed: those keep the codes of bookings until they end, and get no new ones. */
export async function keepDoors(
  tx: Transaction<Tables>,
  venue: Venue,
): Promise<{ readonly doors: readonly string[]; readonly removed: readonly string[] }> {
  const doors = venue.doors.toSorted((one, other) => (one.lockId < other.lockId ? -1 : 1))
  const lockIds = doors.map(door => door.lockId)
  const removed = await tx
    .updateTable('locks')
    .set({ is_door: false })
    .where('venue_id', '=', venue.venueId)
    .where('is_door', '=', true)
    .where(eb => eb.not(eb('lock_id', '=', eb.fn.any(eb.val(lockIds)))))
    .returning('lock_id as lockId')
    .execute()
  for (const { lockId, name, opens } of doors) {
    const row = { venue_id: venue.venueId, name, opens, is_door: true }
    await tx
      .insertInto('locks')
      .values({ lock_id: lockId, ...row })
      .onConflict(conflict => conflict.column('lock_id').doUpdateSet(row))
      .execute()
  }
  return { doors: lockIds, removed: removed.map(({ lockId }) => lockId) }
}

export async function findDoors(tx: Transaction<Tables>, venueId: string): Promise<readonly VenueDoor[]> {
  const rows = await tx
    .selectFrom('locks')
    .select(['lock_id as lockId', 'opens'])
    .where('venue_id', '=', venueId)
    .where('is_door', '=', true)
    .execute()
  return rows
}

/** Takes the locks for this transaction, always in the order of their ids. */
export async function lockLocks(
  tx: Transaction<Tables>,
  lockIds: readonly string[],
): Promise<readonly Lock[]> {
  if (lockIds.length === 0) return []
  const rows = await tx
    .selectFrom('locks')
    .select(['lock_id as lockId', 'venue_id as site', 'epoch', 'rev', 'device', 'hangs'])
    .where('lock_id', 'in', lockIds)
    .orderBy('lock_id')
    .forUpdate()
    .execute()
  // Asked apart, for a join would answer from before the wait.
  const abouts = await findAbouts(tx, rows)
  return rows.map(({ lockId, epoch, rev, device, hangs }) => ({
    lockId,
    epoch,
    rev,
    device,
    ...(abouts.get(lockId) ?? SILENT),
    ...(!hangs && NOTHING_HANGS),
  }))
}

/** V12: its codes wait for the next device. */
const NOTHING_HANGS = { room: 0 } as const

/** Takes the locks a reservation has codes on. */
export async function lockLocksOf(tx: Transaction<Tables>, reservationId: string): Promise<readonly Lock[]> {
  const rows = await tx
    .selectFrom('codes')
    .select('lock_id as lockId')
    .where('reservation_id', '=', reservationId)
    .execute()
  return lockLocks(
    tx,
    rows.map(row => row.lockId),
  )
}

/** Sites with a lock, for what is said to their gateways. */
export async function findSites(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db.selectFrom('locks').select('venue_id').distinct().orderBy('venue_id').execute()
  return rows.map(row => row.venue_id)
}

/** Wakes the publisher of every copy of the service, once this transaction has committed. */
export async function notifyPublisher(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_notify(${sql.raw('current_schema()')} || '_sets', '')`.execute(tx)
}
