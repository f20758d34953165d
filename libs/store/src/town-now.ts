import { sql } from 'kysely'
import type { Executor } from './database.ts'

/** The one clock that decides: the database's, as of this statement (not of the transaction's start). */
export async function townNow(executor: Executor): Promise<string> {
  const { rows } = await sql<{ now: string }>`select town_now() as now`.execute(executor)
  const [row] = rows
  if (!row) throw new Error('town_now() answered nothing')
  return row.now
}
