import type { Service } from '@asaichi/contract/define.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { gauge, gauges, shared } from '@asaichi/service/metrics.ts'
import type { Database } from '@asaichi/store/database.ts'
import { sql } from 'kysely'

type Watched<T> = {
  readonly database: Database<T>
  /** Facts of each producer that are not applied here yet. */
  readonly unheard: () => Promise<readonly (readonly [from: Service, facts: number])[]>
}

/** What every service's figures read from its own schema when they are asked for: what waits, and for how long. */
export function watchDeliveries<T>({ database, unheard }: Watched<T>): void {
  const waiting = shared(() => readWaiting(database))
  gauge('outbox_unsent', async () => (await waiting()).unsent)
  gauge('outbox_oldest_seconds', async () => (await waiting()).oldestUnsent)
  gauge('parked_messages', async () => (await waiting()).parked)
  gauge('due_work_overdue_seconds', async () => (await waiting()).overdue)
  gauge('due_work_failing', async () => (await waiting()).failing)
  gauge('database_clock_skew_seconds', async () => (await waiting()).skew)
  gauge('database_waiting', () => database.pool.waitingCount)
  gauges('bus_facts_unheard', async () =>
    (await unheard()).map(([from, facts]) => ({ words: [from], value: facts })),
  )
}

const computer = createClock('real')

type Waiting = {
  readonly unsent: number
  readonly oldestUnsent: number
  readonly parked: number
  readonly overdue: number
  readonly failing: number
  readonly skew: number
}

async function readWaiting<T>({ db }: Database<T>): Promise<Waiting> {
  const asked = Date.parse(computer.now())
  const { rows } = await sql<Omit<Waiting, 'skew'> & { readonly databaseMs: number }>`
    select
      (select count(*)::int from outbox where sent_at is null) as unsent,
      (select coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0)::float8 from outbox where sent_at is null) as "oldestUnsent",
      (select count(*)::int from parked_messages) as parked,
      (select greatest(0, coalesce(extract(epoch from town_now() - min(due_at)), 0))::float8 from due_work) as overdue,
      (select count(*)::int from due_work where attempts > 0) as failing,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as "databaseMs"`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a select without a from answered no row')
  const { databaseMs, ...waiting } = row
  // Against the middle of the question, so that the way there and back counts on neither side.
  return { ...waiting, skew: ((asked + Date.parse(computer.now())) / 2 - databaseMs) / 1_000 }
}
