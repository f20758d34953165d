import type { Service } from '@asaichi/contract/define.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Database } from '@asaichi/store/database.ts'
import { sql } from 'kysely'

export type Incoming = {
  readonly stream: Service
  readonly subject: string
  readonly body: Uint8Array
  readonly traceparent: string | undefined
}
export type Parked = {
  readonly id: string
  readonly subject: string
  readonly reason: string
  readonly parkedAt: string
  readonly bytes: number
}

/** Puts a message aside where no retry helps, so that those behind it go on; nothing of it is logged. */
export async function park<T>(database: Database<T>, message: Incoming, reason: string): Promise<void> {
  await sql`
    insert into parked_messages (id, stream, subject, reason, headers, body)
    values (${newId()}, ${message.stream}, ${message.subject}, ${reason}, ${JSON.stringify({ traceparent: message.traceparent })}, ${Buffer.from(message.body)})`.execute(
    database.db,
  )
}

export async function listParked<T>(database: Database<T>): Promise<readonly Parked[]> {
  const { rows } = await sql<Parked>`
    select id, subject, reason, parked_at as "parkedAt", octet_length(body) as bytes from parked_messages order by parked_at limit 500`.execute(
    database.db,
  )
  return rows
}

/** Hands parked messages to `handle` again, oldest first; the ones it still cannot use stay. */
export async function replayParked<T>(
  database: Database<T>,
  handle: (message: Incoming) => Promise<boolean>,
  id?: string,
): Promise<{ readonly replayed: number; readonly stillParked: number }> {
  const { rows } = await sql<{
    id: string
    stream: Service
    subject: string
    body: Buffer
    headers: { traceparent?: string }
  }>`
    select id, stream, subject, body, headers from parked_messages where ${id ?? null}::uuid is null or id = ${id ?? null} order by parked_at limit 500`.execute(
    database.db,
  )
  let replayed = 0
  for (const { headers, ...row } of rows) {
    if (!(await handle({ ...row, traceparent: headers.traceparent }))) continue
    await sql`delete from parked_messages where id = ${row.id}`.execute(database.db)
    replayed += 1
  }
  return { replayed, stillParked: rows.length - replayed }
}
