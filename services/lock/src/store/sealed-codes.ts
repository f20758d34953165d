import type { Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { SetCode } from '../domain/desired-set.ts'
import type { Tables } from './schema.ts'

/** The hash stays, so that the value does not come back. */
export async function destroyDigits(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  await tx.updateTable('codes').set({ sealed: null }).where('reservation_id', '=', reservationId).execute()
}

/** From here on nothing of the digits is left, and whatever the lock did not say no longer matters. */
export async function destroyHashes(
  tx: Transaction<Tables>,
  reservationId: string,
  now: string,
): Promise<void> {
  await tx
    .updateTable('codes')
    .set({ sealed: null, hash: null, gone_at: sql<string>`coalesce(gone_at, ${now}::timestamptz)` })
    .where('reservation_id', '=', reservationId)
    .execute()
}

/** The sealed codes of a lock, for a new epoch. */
export async function findSealed(
  tx: Transaction<Tables>,
  lockId: string,
): Promise<readonly { readonly codeId: string; readonly sealed: string }[]> {
  const rows = await tx
    .selectFrom('codes')
    .select(['code_id as codeId', 'sealed'])
    .where('lock_id', '=', lockId)
    .where('sealed', 'is not', null)
    .execute()
  return rows.flatMap(({ codeId, sealed }) => (sealed === null ? [] : [{ codeId, sealed }]))
}

export async function reseal(
  tx: Transaction<Tables>,
  codeId: string,
  { sealed, hash }: Pick<SetCode, 'sealed' | 'hash'>,
): Promise<void> {
  await tx.updateTable('codes').set({ sealed, hash }).where('code_id', '=', codeId).execute()
}
