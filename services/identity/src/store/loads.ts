import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Pace } from '../domain/limits.ts'
import type { Tables } from './schema.ts'

export type Weight = { readonly bucket: string; readonly pace: Pace }
export type Charged =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly retryAfterSeconds: number }

/** Counts one more where the pace allows it, in one statement. `domain/pace.ts` says the same. */
export async function chargePace(db: Kysely<Tables>, { bucket, pace }: Weight): Promise<Charged> {
  const { rows } = await sql<{ count: number }>`
    insert into attempts (bucket, window_start, count) values (${bucket}, town_now(), 1)
    on conflict (bucket) do update set
      count = ${left(pace)} + 1,
      window_start = case when ${left(pace)} = 0 then town_now()
        else attempts.window_start + ${forgiven(pace)} * ${pace.everySeconds} * interval '1 second' end
    where ${left(pace)} < ${pace.burst}
    returning count`.execute(db)
  const [row] = rows
  return row ? { ok: true, ...row } : { ok: false, retryAfterSeconds: await waitFor(db, { bucket, pace }) }
}

/** Whether there is no room for one more. */
export async function isOverPace(db: Kysely<Tables>, { bucket, pace }: Weight): Promise<boolean> {
  const { rows } = await sql`
    select 1 from attempts where bucket = ${bucket} and ${left(pace)} >= ${pace.burst}`.execute(db)
  return rows.length === 1
}

async function waitFor(db: Kysely<Tables>, { bucket, pace }: Weight): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select greatest(1, ceil(extract(epoch from window_start - town_now()) + ${pace.everySeconds}::int))::int as seconds
    from attempts where bucket = ${bucket}`.execute(db)
  return Math.min(rows[0]?.seconds ?? 1, pace.everySeconds)
}

function forgiven({ everySeconds }: Pace) {
  return sql<number>`floor(greatest(0, extract(epoch from town_now() - attempts.window_start)) / ${everySeconds}::int)::int`
}

function left(pace: Pace) {
  return sql<number>`greatest(0, least(attempts.count, ${pace.burst}::int) - ${forgiven(pace)})`
}
