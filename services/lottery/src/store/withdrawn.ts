import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** V11: entries that a draw has still to decide. */
export async function countOpenOfPerson(db: Kysely<Tables>, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from entries where person_id = ${personId} and status = 'entered'`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export async function findOpenOfPerson(
  tx: Transaction<Tables>,
  personId: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('entries')
    .select('entry_id')
    .where('person_id', '=', personId)
    .where('status', '=', 'entered')
    .orderBy('entry_id')
    .execute()
  return rows.map(row => row.entry_id)
}

/** V11: what the person wrote and pressed. Wishes and outcomes stay, as the public record has them without a name (V1). */
export async function eraseWritten(tx: Transaction<Tables>, personId: string): Promise<void> {
  await tx
    .updateTable('entries')
    .set({ event_name: '（退会により消去）', note: '' })
    .where('person_id', '=', personId)
    .execute()
  await tx.deleteFrom('idempotency_keys').where('person_id', '=', personId).execute()
}
