import type { Log } from '@asaichi/service/log.ts'
import { counter } from '@asaichi/service/metrics.ts'
import { noteSpan, now } from '@asaichi/service/trace.ts'
import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import { atOnce } from '@asaichi/store/at-once.ts'
import type { Database, Executor } from '@asaichi/store/database.ts'
import type { JetStreamClient } from '@nats-io/jetstream'
import { sql } from 'kysely'
import type { Link } from './link.ts'
import { replayLost } from './replay.ts'
import { encode, headers, NATS, TRACE } from './wire.ts'

const BATCH = 200
const POLL_MS = 1_000
const PUBLISH_MS = 2_500

const countTold = counter('bus_facts_told_total')

type Setting<T> = {
  readonly database: Database<T>
  readonly js: JetStreamClient
  readonly link: Link
  readonly log: Log
}

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
export async function startRelay<T>(setting: Setting<T>): Promise<AsyncDisposable> {
  const { database, link, log } = setting
  const loop = startWorkLoop({
    work: async () => link.isConnected() && (await relay(setting)),
    waitMs: () => POLL_MS,
    onError: err => log.warn({ err }, 'outbox not relayed'),
  })
  link.onReconnect(loop.wake)
  const listener = await database.listen(`${database.schema}_outbox`, loop.wake)
  const pruning = setInterval(
    () => void prune(database).catch(err => log.warn({ err }, 'outbox not pruned')),
    3_600_000,
  )
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(pruning)
      await loop[Symbol.asyncDispose]()
      await listener[Symbol.asyncDispose]()
    },
  }
}

type Relayed = { readonly sent: number; readonly lost: boolean }

/** Whether more may be there: of what commits meanwhile a notice comes. */
async function relay<T>({ database, js, log }: Setting<T>): Promise<boolean> {
  try {
    const { sent, lost } = await relayBatch(database, js)
    if (lost) {
      log.warn('stream lost facts; telling all again')
      await replayLost(database)
    }
    return lost || sent === BATCH
  } catch (err) {
    log.warn({ err }, 'outbox not relayed')
    return false
  }
}

async function relayBatch<T>(database: Database<T>, js: JetStreamClient): Promise<Relayed> {
  return database.db.transaction().execute(async tx => {
    // Two replicas that relayed side by side would let a later fact of an aggregate overtake an earlier one.
    const { rows } = await sql<OutboxRow>`/* prepared */
      select seq, id, subject, aggregate_id as "aggregateId", version, at, traceparent, data
      from outbox where sent_at is null and (select pg_try_advisory_xact_lock(hashtext(current_schema() || '_relay')))
      order by seq limit ${BATCH} for update skip locked`.execute(tx)
    if (rows.length === 0) return { sent: 0, lost: false }
    const places = await Promise.all(rows.map(row => publish(js, row)))
    const [, lost] = await atOnce(tx, lane =>
      Promise.all([
        sql`/* prepared */ update outbox set sent_at = clock_timestamp() where seq = any(${rows.map(row => row.seq)}::bigint[])`.execute(
          lane,
        ),
        isPlaceGivenAgain(lane, places),
      ]),
    )
    return { sent: rows.length, lost }
  })
}

// Places only grow, so one that was given before shows a stream that was wiped or rolled back (E7).
async function isPlaceGivenAgain(tx: Executor, places: readonly (number | undefined)[]): Promise<boolean> {
  const given = places.filter(place => place !== undefined)
  if (given.length === 0) return false
  const { rows } = await sql`/* prepared */
    update acknowledged set last_seq = ${Math.max(...given)} where last_seq < ${Math.min(...given)} returning last_seq`.execute(
    tx,
  )
  return rows.length === 0
}

/** The place in the stream; undefined for a fact that the stream already had. */
async function publish(js: JetStreamClient, row: OutboxRow): Promise<number | undefined> {
  const { id, at, aggregateId, version, data } = row
  const from = now()
  const { seq, duplicate } = await js.publish(row.subject, encode({ id, at, aggregateId, version, data }), {
    msgID: id,
    timeout: PUBLISH_MS,
    headers: headers({ [TRACE]: row.traceparent ?? undefined }),
  })
  countTold(row.subject)
  if (row.traceparent !== null)
    noteSpan(
      { name: `tell ${row.subject}`, kind: 'producer', attributes: NATS },
      { parent: row.traceparent, from },
    )
  return duplicate ? undefined : seq
}

async function prune<T>(database: Database<T>): Promise<void> {
  await sql`select prune_outbox()`.execute(database.db)
  // Far longer than the outbox keeps anything that is not a snapshot, so that no replay can act twice.
  await sql`delete from inbox where at < clock_timestamp() - interval '400 days'`.execute(database.db)
}
