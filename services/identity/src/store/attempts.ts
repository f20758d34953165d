import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Budget } from '../domain/limits.ts'
import type { Tables } from './schema.ts'

export type Charge = { readonly bucket: string; readonly budget: Budget }
export type Spent = { readonly count: number; readonly retryAfterSeconds: number }

/** Counts one attempt in one statement, beginning a new window where the old one has passed. */
export async function chargeAttempt(db: Kysely<Tables>, { bucket, budget }: Charge): Promise<Spent> {
  const ends = sql`attempts.window_start + ${budget.seconds} * interval '1 second'`
  const { rows } = await sql<Spent>`
    insert into attempts (bucket, window_start, count) values (${bucket}, town_now(), 1)
    on conflict (bucket) do update set
      count = case when ${ends} <= town_now() then 1 else attempts.count + 1 end,
      window_start = case when ${ends} <= town_now() then town_now() else attempts.window_start end
    returning count, greatest(1, ceil(extract(epoch from ${ends} - town_now())))::int as "retryAfterSeconds"`.execute(
    db,
  )
  const [spent] = rows
  if (!spent) throw new Error('an attempt was not counted')
  return spent
}

/** Gives an attempt back that turned out well. */
export async function refundAttempts(db: Kysely<Tables>, buckets: readonly string[]): Promise<void> {
  await sql`update attempts set count = greatest(0, count - 1) where bucket = any(${buckets})`.execute(db)
}
