import { createHash } from 'node:crypto'
import type { Database } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Incoming } from './parked.ts'

/** F15: how often a message may fail, or end its process, before it is parked. */
export const MOST_TRIES = 3

/** Counts one more failed try in a transaction of its own, and answers how many there are now. */
export async function countFailedTry<T>(database: Database<T>, message: Incoming): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into failed_tries (stream, digest, tries) values (${message.stream}, ${digestOf(message)}, 1)
    on conflict (stream, digest) do update set tries = failed_tries.tries + 1 returning tries`.execute(
    database.db,
  )
  return rows[0]?.tries ?? 1
}

/** Also forgets what a stream that was wiped never brought again. */
export async function forgetFailedTries<T>(database: Database<T>, message: Incoming): Promise<void> {
  await sql`
    delete from failed_tries
    where (stream = ${message.stream} and digest = ${digestOf(message)})
      or first_at < clock_timestamp() - interval '14 days'`.execute(database.db)
}

function digestOf({ subject, body }: Incoming): Buffer {
  return createHash('sha256').update(subject).update('\n').update(body).digest()
}
