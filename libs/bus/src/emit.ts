import { type Event, MOST_TOLD_TOGETHER } from '@asaichi/contract/define.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { currentTrace } from '@asaichi/service/trace.ts'
import type { Executor } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { MOST_BYTES } from './wire.ts'

const ENVELOPE_BYTES = 1024

/** Records a fact in the transaction that makes it true; the relay publishes it after the commit. */
export async function emit<D extends z.ZodType>(
  tx: Executor,
  event: Event<D>,
  fact: { readonly aggregateId: string; readonly version: number; readonly data: z.input<D> },
): Promise<void> {
  await emitAll(tx, [{ event, ...fact }])
}

/** Things that came true together, by thousands, in the parts that one fact each may tell. */
export function inParts<T>(all: readonly T[]): readonly (readonly [T, ...T[]])[] {
  return Array.from({ length: Math.ceil(all.length / MOST_TOLD_TOGETHER) }, (_, nr) =>
    all.slice(nr * MOST_TOLD_TOGETHER, (nr + 1) * MOST_TOLD_TOGETHER),
  ).filter(part => hasOne(part))
}

function hasOne<T>(part: readonly T[]): part is readonly [T, ...T[]] {
  return part.length > 0
}

/** Several facts in one statement, kept in their order. */
export async function emitAll(
  tx: Executor,
  facts: readonly {
    readonly event: Event
    readonly aggregateId: string
    readonly version: number
    readonly data: unknown
    /** Of whose work it is, where one transaction does that of many. */
    readonly trace?: string | undefined
  }[],
): Promise<void> {
  if (facts.length === 0) return
  const current = currentTrace()
  const rows = facts.map(fact => ({
    id: newId(),
    subject: fact.event.subject,
    aggregateId: fact.aggregateId,
    version: fact.version,
    data: checkedData(fact),
    snapshot: fact.event.snapshot,
    traceparent: 'trace' in fact ? fact.trace : current,
  }))
  // One parameter, because a draw tells thousands of facts and a statement takes 65,535 parameters; and one NOTIFY per
  // transaction: PostgreSQL folds equal ones, and the relay's poll covers a lost one.
  await sql`/* prepared */
    with written as (
      insert into outbox (id, subject, aggregate_id, version, traceparent, data, snapshot)
      select id, subject, "aggregateId", version, traceparent, data, snapshot
      from rows from (json_to_recordset(${JSON.stringify(rows)}::json)
        as (id uuid, subject text, "aggregateId" text, version int, traceparent text, data jsonb, snapshot boolean)) with ordinality
        as facts (id, subject, "aggregateId", version, traceparent, data, snapshot, nr) order by nr)
    select pg_notify(current_schema() || '_outbox', '')`.execute(tx)
}

// Refused here, in the transaction of its fact: in the outbox it would stop every fact behind it, for no server takes it.
function checkedData({ event, data }: { readonly event: Event; readonly data: unknown }): unknown {
  const parsed = event.data.parse(data)
  if (Buffer.byteLength(JSON.stringify(parsed)) > MOST_BYTES - ENVELOPE_BYTES)
    throw new Error(`${event.subject} is larger than an event may be`)
  return parsed
}
