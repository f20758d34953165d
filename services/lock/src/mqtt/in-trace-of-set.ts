import { inSpan, keepsSpans, type Span, withTrace } from '@asaichi/service/trace.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'
import { findTraceOfSet } from '../store/sets.ts'

/** MQTT 3.1.1 carries no trace, so what goes to a lock, and what it says of it, is seen in the trace in which its set was made. */
export async function inTraceOfSet<T>(
  db: Kysely<Tables>,
  {
    lock,
    rev,
    ...span
  }: Pick<Span, 'name' | 'kind'> & { readonly lock: string; readonly rev: number | undefined },
  work: () => Promise<T>,
): Promise<T> {
  if (!keepsSpans() || rev === undefined) return await work()
  const traceparent = await findTraceOfSet(db, lock, rev)
  const attributes = { 'messaging.system': 'mqtt', lock, rev }
  return await withTrace(traceparent, () => inSpan({ ...span, attributes }, work))
}
