import { type Insertable, sql } from 'kysely'
import type { Executor } from './database.ts'

/**
 * Writes one row of a copy that is fed by facts, unless its version or a newer one is there: a replayed or late fact never turns
 * a copy back. Answers whether the row was new.
 */
export async function keepNewest<Row>(
  tx: Executor,
  table: string,
  copy: {
    readonly key: readonly (keyof Row & string)[]
    readonly row: Insertable<Row> & { readonly version: number }
  },
): Promise<boolean> {
  const keys: readonly string[] = copy.key
  const columns = Object.keys(copy.row)
  const values: readonly unknown[] = Object.values(copy.row)
  const changes = columns.filter(column => !keys.includes(column))
  const { rows } = await sql`
    insert into ${sql.table(table)} (${listOf(columns)}) values (${sql.join(values)})
    on conflict (${listOf(keys)}) do update set ${sql.join(changes.map(column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}
    where ${sql.ref(`${table}.version`)} < excluded.version returning 1`.execute(tx)
  return rows.length === 1
}

function listOf(columns: readonly string[]) {
  return sql.join(columns.map(column => sql.ref(column)))
}
