import type { Event } from '@asaichi/contract/define.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { currentTrace } from '@asaichi/service/trace.ts'
import type { Executor } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { z } from 'zod'

/** Records a fact in the transaction that makes it true; the relay publishes it after the commit. */
export async function emit<D extends z.ZodType>(
  tx: Executor,
  event: Event<D>,
  fact: { readonly aggregateId: string; readonly version: number; readonly data: z.input<D> },
): Promise<void> {
  await emitAll(tx, [{ event, ...fact }])
}

/** Several facts in one statement, kept in their order. */
export async function emitAll(
  tx: Executor,
  facts: readonly {
    readonly event: Event
    readonly aggregateId: string
    readonly version: number
    readonly data: unknown
  }[],
): Promise<void> {
  if (facts.length === 0) return
  const trace = currentTrace() ?? null
  const rows = facts.map(
    fact =>
      sql`(${newId()}::uuid, ${fact.event.subject}, ${fact.aggregateId}, ${fact.version}::int, ${trace}, ${JSON.stringify(fact.event.data.parse(fact.data))}::jsonb, ${fact.event.snapshot})`,
  )
  // One NOTIFY per transaction: PostgreSQL folds equal ones, and the relay's poll covers a lost one.
  await sql`
    with written as (insert into outbox (id, subject, aggregate_id, version, traceparent, data, snapshot) values ${sql.join(rows)})
    select pg_notify(current_schema() || '_outbox', '')`.execute(tx)
}
