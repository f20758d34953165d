import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { AccessWindow } from '../domain/access-window.ts'
import type { Spare } from '../domain/spare.ts'
import { ended } from './codes.ts'
import type { Tables } from './schema.ts'

export type StoredSpare = Spare & { readonly lockId: string; readonly sealed: string | null }

/** V14: the numbers in store at these doors, which nobody has been given. */
export async function findStore(
  db: Kysely<Tables>,
  lockIds: readonly string[],
): Promise<readonly StoredSpare[]> {
  if (lockIds.length === 0) return []
  return db
    .selectFrom('codes')
    .select(['code_id as codeId', 'lock_id as lockId', 'to_at as to', 'sealed'])
    .select(['is_on_lock as isOnLock', 'result'])
    .where('lock_id', 'in', lockIds)
    .where('kind', '=', 'backup')
    .where('given_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('code_id')
    .execute()
}

/** Whether a number in store is wanted here: an admin wants them, and it is a door of the venue still. */
export async function isToHaveSpares(tx: Transaction<Tables>, lockId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('locks as l')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .select('l.lock_id')
    .where('l.lock_id', '=', lockId)
    .where('l.is_door', '=', true)
    .where('v.keeps_spares', '=', true)
    .executeTakeFirst()
  return row !== undefined
}

export async function keepsSpares(db: Kysely<Tables>, venueId: string): Promise<boolean> {
  const row = await db
    .selectFrom('venues')
    .select('keeps_spares')
    .where('venue_id', '=', venueId)
    .executeTakeFirst()
  return row?.keeps_spares ?? false
}

/** Answers whether that was a change. */
export async function setKeepsSpares(
  tx: Transaction<Tables>,
  venueId: string,
  keeps: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('venues')
    .set({ keeps_spares: keeps })
    .where('venue_id', '=', venueId)
    .where('keeps_spares', '!=', keeps)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function revokeSpares(
  tx: Transaction<Tables>,
  codeIds: readonly string[],
  now: string,
): Promise<void> {
  if (codeIds.length === 0) return
  await tx.updateTable('codes').set(ended(now)).where('code_id', 'in', codeIds).execute()
}

/** From here on it is the booking's code, and ends with its use. */
export async function giveSpare(
  tx: Transaction<Tables>,
  codeId: string,
  {
    reservationId,
    use,
    now,
  }: { readonly reservationId: string; readonly use: AccessWindow; readonly now: string },
): Promise<void> {
  await tx
    .updateTable('codes')
    .set({ reservation_id: reservationId, given_at: now, from_at: use.from, to_at: use.to })
    .where('code_id', '=', codeId)
    .execute()
}
