import type { Event } from '@asaichi/contract/define.ts'
import type { Database, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Incoming } from './parked.ts'
import { decode, MOST_BYTES } from './wire.ts'

export type Fact<D> = {
  readonly id: string
  readonly at: string
  readonly aggregateId: string
  readonly version: number
  readonly data: D
}
export type Listener<Tables> = {
  readonly event: Event
  /** What it answers is for nobody here. */
  readonly handle: (tx: Transaction<Tables>, fact: Fact<unknown>) => Promise<unknown>
}

/** Pairs an event with what it changes here. The handler's writes commit together with the inbox row, so the effect happens once. */
export function on<D extends z.ZodType, Tables>(
  event: Event<D>,
  handle: (tx: Transaction<Tables>, fact: Fact<z.output<D>>) => Promise<unknown>,
): Listener<Tables> {
  // Safe: applyEvent parses the data with this very event's schema before it hands it over.
  return { event, handle: (tx, fact) => handle(tx, fact as Fact<z.output<D>>) }
}

const HANDLE_MS = 10_000

export type Verdict =
  | { readonly kind: 'applied' | 'ignored' }
  | { readonly kind: 'unusable'; readonly reason: string }

const Envelope = z.object({
  id: z.uuid(),
  at: z.string(),
  aggregateId: z.string(),
  version: z.int(),
  data: z.unknown(),
})

/** Applies one message to all that listen to it, together: unusable where no retry can help; throws where a retry may. */
export async function applyEvent<Tables>(
  database: Database<Tables>,
  listeners: readonly Listener<Tables>[],
  message: Incoming,
): Promise<Verdict> {
  const hearing = listeners.filter(each => each.event.subject === message.subject)
  const [first] = hearing
  if (!first)
    return knownName(listeners, message.subject)
      ? { kind: 'unusable', reason: 'unknown version' }
      : { kind: 'ignored' }
  if (message.body.byteLength > MOST_BYTES)
    return { kind: 'unusable', reason: `larger than ${MOST_BYTES} bytes` }
  const fact = parse(first.event, message.body)
  if (!fact) return { kind: 'unusable', reason: 'not readable as this event' }
  await withinTransaction(database, async tx => {
    const { rows } = await sql`/* prepared */
      insert into inbox (consumer, event_id) values (${message.stream}, ${fact.id}) on conflict do nothing returning 1 as new`.execute(
      tx,
    )
    if (rows.length === 0) return
    for (const listener of hearing) await listener.handle(tx, fact)
  })
  return { kind: 'applied' }
}

// Begun and ended by hand, because a handler that takes longer never ends: its connection is taken back from it, or each such fact
// would keep one for ever and after a few the process would have none.
async function withinTransaction<Tables>(
  database: Database<Tables>,
  work: (tx: Transaction<Tables>) => Promise<void>,
): Promise<void> {
  const tx = await database.db.startTransaction().execute()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NeverEnds(`not handled within ${HANDLE_MS} ms`)), HANDLE_MS)
  try {
    await Promise.race([work(tx), late.promise])
    await tx.commit().execute()
  } catch (error) {
    // A connection that is lost cannot roll back either; why it came to that is the first error's to say.
    await tx
      .rollback()
      .execute()
      .catch(() => undefined)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

class NeverEnds extends Error {
  override name = 'NeverEnds'
}

function parse(event: Event, body: Uint8Array): Fact<unknown> | undefined {
  try {
    const envelope = Envelope.parse(decode(body))
    return { ...envelope, data: event.data.parse(envelope.data) }
  } catch {
    return undefined
  }
}

function knownName<Tables>(listeners: readonly Listener<Tables>[], subject: string): boolean {
  return listeners.some(each => withoutVersion(each.event.subject) === withoutVersion(subject))
}

function withoutVersion(subject: string): string {
  return subject.replace(/\.v\d+$/, '')
}
