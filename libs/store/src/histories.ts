import { type Kysely, sql } from 'kysely'
import { appRole } from './roles.ts'

/**
 * Tables whose rows a service adds and never changes (H8): what was done, and what was told. The outbox alone notes when a fact was
 * sent, and why points were waived is erased of somebody who leaves (V11); no service writes down what was migrated.
 */
const HISTORIES: Readonly<Record<string, { readonly mayChange: readonly string[] }>> = {
  audit: { mayChange: [] },
  audit_log: { mayChange: [] },
  audit_seals: { mayChange: [] },
  changes: { mayChange: [] },
  emergency_acts: { mayChange: [] },
  invoices: { mayChange: [] },
  outbox: { mayChange: ['sent_at'] },
  point_waivers: { mayChange: ['reason'] },
  points: { mayChange: [] },
  postings: { mayChange: [] },
}

/** What a service's role may do to the tables of its schema; in one transaction, for the service may be at work. */
export async function guardHistories<T>(connection: Kysely<T>, schema: string): Promise<void> {
  await connection.transaction().execute(async tx => {
    const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(tx)
    const role = sql.ref(appRole(rows[0]?.database ?? '', schema))
    await sql`grant select, insert, update, delete on all tables in schema ${sql.ref(schema)} to ${role}`.execute(
      tx,
    )
    await sql`revoke insert, update, delete on migrations from ${role}`.execute(tx)
    for (const [table, { mayChange }] of Object.entries(HISTORIES)) {
      if (!(await isThere(tx, table))) continue
      await sql`revoke update, delete on ${sql.ref(table)} from ${role}`.execute(tx)
      for (const column of mayChange)
        await sql`grant update (${sql.ref(column)}) on ${sql.ref(table)} to ${role}`.execute(tx)
    }
  })
}

async function isThere<T>(tx: Kysely<T>, table: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(
    tx,
  )
  return rows[0]?.there ?? false
}
