import pg from 'pg'
import { eventually } from './eventually.ts'

export type HeldRows = {
  /** Waits until a statement that looks like this waits for what is held. */
  readonly waitedForBy: (statement: RegExp) => Promise<void>
  /** Commits and lets them go; done once, also where nobody asked for it. */
  readonly release: () => Promise<void>
} & AsyncDisposable

/**
 * Holds rows as a transaction of another process would that is not done yet: `lock` is a select … for update, or takes an advisory
 * lock. Shows that who must wait for such a one does, without a race that a test could win by chance.
 */
export async function holdRows(
  url: string,
  lock: string,
  values: readonly unknown[] = [],
): Promise<HeldRows> {
  const holder = new pg.Client({ connectionString: url })
  const watcher = new pg.Client({ connectionString: url })
  await Promise.all([holder.connect(), watcher.connect()])
  await holder.query('begin')
  const { rows } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid')
  const held = await holder.query(lock, [...values])
  if (held.rowCount === 0) throw new Error('nothing is there to be held')
  let isHeld = true
  const release = async () => {
    if (isHeld) await holder.query('commit')
    isHeld = false
  }
  return {
    release,
    async waitedForBy(statement) {
      await eventually(async () => {
        const waiting = await watcher.query<{ query: string }>(
          'select query from pg_stat_activity where $1 = any(pg_blocking_pids(pid))',
          [rows[0]?.pid],
        )
        const found = waiting.rows.some(({ query }) => statement.test(query))
        if (!found)
          throw new Error(`no such statement waits: ${waiting.rows.map(({ query }) => query).join('; ')}`)
      }, 20_000)
    },
    async [Symbol.asyncDispose]() {
      await release()
      await Promise.all([holder.end(), watcher.end()])
    },
  }
}
