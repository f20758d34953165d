import type { Database } from '@asaichi/store/database.ts'
import { sql } from 'kysely'

const PAGE = 5_000

export async function unsentCount<T>(database: Database<T>): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from outbox where sent_at is null`.execute(database.db)
  return rows[0]?.n ?? 0
}

/**
 * Marks what was told (since then) as unsent again, for a stream that lost facts; the inboxes swallow what is known.
 * In pages, because one statement over all that is kept could outlast its timeout for ever.
 */
export async function replayOutbox<T>(database: Database<T>, since: string | null): Promise<number> {
  const last = await lastPlace(database)
  let events = 0
  for (let after = 0; ; ) {
    const { rows } = await sql<{ n: number; after: number | null }>`
      with page as (
        select seq from outbox
        where seq > ${after} and seq <= ${last} and sent_at is not null
          and (${since}::timestamptz is null or written_at >= ${since})
        order by seq limit ${PAGE}),
      again as (update outbox set sent_at = null from page where outbox.seq = page.seq)
      select count(*)::int as n, max(seq) as after from page`.execute(database.db)
    const [page] = rows
    if (!page || page.after === null) break
    events += page.n
    after = page.after
  }
  await sql`select pg_notify(current_schema() || '_outbox', '')`.execute(database.db)
  return events
}

async function lastPlace<T>(database: Database<T>): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(seq) as last from outbox`.execute(
    database.db,
  )
  return rows[0]?.last ?? 0
}

/** The last place that the stream gave a fact of ours. */
export async function acknowledgedPlace<T>(database: Database<T>): Promise<number> {
  const { rows } = await sql<{ last: number }>`select last_seq as last from acknowledged`.execute(database.db)
  return rows[0]?.last ?? 0
}

/** After a wipe or a roll-back: tells everything again. Only then is the old place forgotten, so that a crash repeats it. */
export async function replayLost<T>(database: Database<T>): Promise<void> {
  await replayOutbox(database, null)
  await sql`update acknowledged set last_seq = 0`.execute(database.db)
}
