import type { Log } from '@asaichi/service/log.ts'
import type { Database } from '@asaichi/store/database.ts'
import type { JetStreamClient } from '@nats-io/jetstream'
import { sql } from 'kysely'
import { encode, headers, TRACE } from './wire.ts'

const BATCH = 200
const POLL_MS = 1_000
const PUBLISH_MS = 4_000

type OutboxRow = {
  readonly seq: number
  readonly id: string
  readonly subject: string
  readonly aggregateId: string
  readonly version: number
  readonly at: string
  readonly traceparent: string | null
  readonly data: unknown
}

/**
 * Publishes what the outbox holds. Rows are picked by `sent_at is null`, never by `id > last`: a transaction that commits
 * late would be skipped for ever. A crash between the PubAck and the commit publishes twice; the inbox swallows it.
 */
export async function startRelay<T>(
  database: Database<T>,
  js: JetStreamClient,
  log: Log,
): Promise<AsyncDisposable> {
  let stopped = false
  let wake: () => void = () => undefined
  let woken = false
  const listener = await database.listen(`${database.schema}_outbox`, () => {
    woken = true
    wake()
  })
  const loop = (async () => {
    while (!stopped) {
      woken = false
      const sent = await relayBatch(database, js).catch(err => {
        log.warn({ err }, 'outbox not relayed')
        return 0
      })
      if (sent > 0 || woken || stopped) continue
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, POLL_MS)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  const pruning = setInterval(
    () => void prune(database).catch(err => log.warn({ err }, 'outbox not pruned')),
    3_600_000,
  )
  return {
    async [Symbol.asyncDispose]() {
      stopped = true
      clearInterval(pruning)
      wake()
      await loop
      await listener[Symbol.asyncDispose]()
    },
  }
}

export async function unsentCount<T>(database: Database<T>): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from outbox where sent_at is null`.execute(database.db)
  return rows[0]?.n ?? 0
}

/** Marks everything kept as unsent, for a consumer whose stream was wiped or rolled back. */
export async function replayOutbox<T>(database: Database<T>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with again as (update outbox set sent_at = null where sent_at is not null returning 1)
    select (select count(*) from again)::int as n, pg_notify(current_schema() || '_outbox', '')`.execute(
    database.db,
  )
  return rows[0]?.n ?? 0
}

async function relayBatch<T>(database: Database<T>, js: JetStreamClient): Promise<number> {
  return database.db.transaction().execute(async tx => {
    const { rows } = await sql<OutboxRow>`
      select seq, id, subject, aggregate_id as "aggregateId", version, at, traceparent, data
      from outbox where sent_at is null order by seq limit ${BATCH} for update skip locked`.execute(tx)
    if (rows.length === 0) return 0
    await Promise.all(rows.map(row => publish(js, row)))
    await sql`update outbox set sent_at = clock_timestamp() where seq = any(${rows.map(row => row.seq)})`.execute(
      tx,
    )
    return rows.length
  })
}

async function publish(js: JetStreamClient, row: OutboxRow): Promise<void> {
  const { id, at, aggregateId, version, data } = row
  await js.publish(row.subject, encode({ id, at, aggregateId, version, data }), {
    msgID: id,
    timeout: PUBLISH_MS,
    headers: headers({ [TRACE]: row.traceparent ?? undefined }),
  })
}

// The newest snapshot of each aggregate stays for ever, so that a consumer born later can still build its copy.
async function prune<T>(database: Database<T>): Promise<void> {
  await sql`
    delete from outbox old where old.sent_at < clock_timestamp() - interval '14 days' and (not old.snapshot or exists (
      select 1 from outbox newer where newer.subject = old.subject and newer.aggregate_id = old.aggregate_id and newer.seq > old.seq))`.execute(
    database.db,
  )
  // Far longer than the outbox keeps anything that is not a snapshot, so that no replay can act twice.
  await sql`delete from inbox where at < clock_timestamp() - interval '400 days'`.execute(database.db)
}
