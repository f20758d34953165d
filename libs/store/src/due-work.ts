import { counter } from '@asaichi/service/metrics.ts'
import { currentTrace, inSpan, withTrace } from '@asaichi/service/trace.ts'
import { startWorkLoop } from '@asaichi/service/work-loop.ts'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database, Executor } from './database.ts'
import type { MigrationFolder } from './migrate.ts'

export const dueWorkTables: MigrationFolder = {
  name: 'due-work',
  folder: new URL('../migrations/', import.meta.url),
}

export type DueItem = {
  readonly kind: string
  readonly key: string
  readonly dueAt: string
  readonly data: unknown
}
/** Runs inside the transaction that removes the row, so it must check the state it finds: the row may be late or long overtaken. */
export type DueHandler<Tables> = (tx: Transaction<Tables>, item: DueItem) => Promise<void>

const POLL_MS = 1_000
const TAKEN_BY_OTHERS_MS = 20

const countTaken = counter('due_work_total')
const BACKOFF_MS = { first: 500, most: 60_000 } as const

export type DueWork = {
  readonly kind: string
  readonly key: string
  readonly dueAt: string
  readonly data?: object
  /** Of whose work it is, where one transaction does that of many. */
  readonly trace?: string | undefined
}

/** Puts work on the list, or moves it where (kind, key) is already there. Commits with the caller's transaction. */
export async function schedule(tx: Executor, work: DueWork): Promise<void> {
  await scheduleAll(tx, [work])
}

export async function scheduleAll(tx: Executor, work: readonly DueWork[]): Promise<void> {
  if (work.length === 0) return
  const current = currentTrace()
  const rows = work.map(item => ({ ...item, traceparent: 'trace' in item ? item.trace : current }))
  await sql`/* prepared */
    insert into due_work (kind, key, due_at, data, traceparent)
    select w.kind, w.key, w."dueAt", coalesce(w.data, '{}'), w.traceparent
    from json_to_recordset(${JSON.stringify(rows)}::json) as w(kind text, key text, "dueAt" timestamptz, data jsonb, traceparent text)
    on conflict (kind, key) do update set due_at = excluded.due_at, data = excluded.data, traceparent = excluded.traceparent, attempts = 0, retry_at = null`.execute(
    tx,
  )
}

export async function unschedule(
  tx: Executor,
  item: { readonly kind: string; readonly key: string },
): Promise<void> {
  await sql`delete from due_work where kind = ${item.kind} and key = ${item.key}`.execute(tx)
}

/** The next moment something is due, and whether something already is. */
export async function dueProgress(
  executor: Executor,
): Promise<{ readonly nextDueAt: string | null; readonly overdue: boolean }> {
  const { rows } = await sql<{ next: string | null; overdue: boolean | null }>`
    select min(due_at) filter (where due_at > town_now()) as next, bool_or(due_at <= town_now()) as overdue from due_work`.execute(
    executor,
  )
  return { nextDueAt: rows[0]?.next ?? null, overdue: rows[0]?.overdue ?? false }
}

/** Takes due rows one by one in the order of their time. A row that fails is tried again later and does not hold up the others. */
export function startDueWork<Tables>(options: {
  readonly database: Database<Tables>
  readonly handlers: Readonly<Record<string, DueHandler<Tables>>>
  readonly onMove: (wake: () => void) => () => void
  readonly onError: (error: unknown, kind: string) => void
}): AsyncDisposable {
  let waitMs = POLL_MS
  const loop = startWorkLoop({
    work: async () => {
      waitMs = POLL_MS
      if (await takeOne(options)) return true
      waitMs = await untilNext(options)
      return false
    },
    waitMs: () => waitMs,
    onError: error => options.onError(error, 'take'),
  })
  const unsubscribe = options.onMove(loop.wake)
  return {
    async [Symbol.asyncDispose]() {
      unsubscribe()
      await loop[Symbol.asyncDispose]()
    },
  }
}

async function takeOne<Tables>(options: Parameters<typeof startDueWork<Tables>>[0]): Promise<boolean> {
  const kinds = Object.keys(options.handlers)
  let current: DueItem | undefined
  try {
    const taken = await options.database.db.transaction().execute(async tx => {
      // As `in (select … limit 1)` a plan may run the select once per row, and each time lock, and delete, one more.
      const { rows } = await sql<DueItem & { readonly traceparent: string | null }>`
        with next as materialized (
          select kind, key from due_work
          where due_at <= town_now() and kind = any(${kinds}) and (retry_at is null or retry_at <= clock_timestamp())
          order by due_at, kind, key limit 1 for update skip locked)
        delete from due_work using next where (due_work.kind, due_work.key) = (next.kind, next.key)
        returning due_work.kind, due_work.key, due_at as "dueAt", data, traceparent`.execute(tx)
      const [row] = rows
      if (!row) return false
      const { traceparent, ...item } = row
      current = item
      await withTrace(traceparent ?? undefined, () =>
        inSpan({ name: `due ${item.kind}`, kind: 'internal' }, () => options.handlers[item.kind]?.(tx, item)),
      )
      return true
    })
    if (current) countTaken(current.kind, 'done')
    return taken
  } catch (error) {
    if (!current) throw error
    countTaken(current.kind, 'failed')
    options.onError(error, current.kind)
    await postpone(options.database.db, current)
    return true
  }
}

async function postpone<Tables>(db: Kysely<Tables>, item: DueItem): Promise<void> {
  await sql`
    update due_work set attempts = attempts + 1,
      retry_at = clock_timestamp() + least(${BACKOFF_MS.first} * 2 ^ least(attempts, 10), ${BACKOFF_MS.most}) * interval '1 millisecond'
    where kind = ${item.kind} and key = ${item.key}`.execute(db)
}

// What is due but was not taken is in another runner's hands, so it is looked at again soon, but not in a busy loop.
async function untilNext<Tables>(options: Parameters<typeof startDueWork<Tables>>[0]): Promise<number> {
  const { rows } = await sql<{ ms: number | null }>`
    select (extract(epoch from min(due_at) - town_now()) * 1000)::float8 as ms from due_work
    where retry_at is null and kind = any(${Object.keys(options.handlers)})`.execute(options.database.db)
  const ms = rows[0]?.ms ?? POLL_MS
  return ms > 0 ? Math.min(Math.ceil(ms), POLL_MS) : TAKEN_BY_OTHERS_MS
}
