import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Attempt } from '../domain/attempt.ts'
import type { Reason } from '../domain/decide.ts'
import type { KnownPool, PoolOf } from '../domain/opening-pool.ts'
import type { Day } from './days.ts'
import type { Tables } from './schema.ts'

/** A press that waits in a pool, or waited there and was refused with nobody told yet. */
export type PooledPress = Attempt & { readonly refusal: Reason | null; readonly turn: number | null }

/** Under the day's lock. */
export async function findPool(tx: Kysely<Tables>, day: Day, cityId: string): Promise<KnownPool> {
  const { rows } = await sql<{
    closesAt: string | null
    presses: number | null
    decidedAt: string | null
    openedAt: string | null
  }>`/* prepared */
    select p.closes_at as "closesAt", p.presses, p.decided_at as "decidedAt", o.opened_at as "openedAt"
    from (values (1)) as one
      left join opening_pools p on p.venue_id = ${day.venueId} and p.use_date = ${day.date}
      left join opened_dates o on o.city_id = ${cityId} and o.use_date = ${day.date}`.execute(tx)
  const [row] = rows
  const pool =
    row && row.closesAt !== null
      ? { closesAt: row.closesAt, presses: row.presses ?? 0, decidedAt: row.decidedAt }
      : null
  return { pool, openedAt: row?.openedAt ?? null }
}

/** Writes presses into the pool, each person's first only. */
export async function collect(
  tx: Transaction<Tables>,
  day: Day,
  entering: { readonly attempts: readonly Attempt[]; readonly closesAt: string; readonly now: string },
): Promise<void> {
  const rows = entering.attempts.map(attempt => ({
    ...attempt.ids,
    personId: attempt.personId,
    key: attempt.key,
    bodyHash: attempt.bodyHash,
    application: attempt.application,
    bookedBy: attempt.bookedByPerson ?? null,
  }))
  await sql`/* prepared */
    with entered as (
      insert into pool_presses (venue_id, use_date, person_id, key, body_hash, application, booked_by, receipt_id, reservation_id, occupancy_id, collected_at)
      select ${day.venueId}, ${day.date}, r."personId", r.key, r."bodyHash", r.application, r."bookedBy", r."receiptId", r."reservationId",
        r."occupancyId", ${entering.now}
      from json_to_recordset(${JSON.stringify(rows)}::json) as r("personId" uuid, key text, "bodyHash" text, application jsonb, "bookedBy" uuid,
        "receiptId" uuid, "reservationId" uuid, "occupancyId" uuid)
      on conflict do nothing returning 1)
    insert into opening_pools (venue_id, use_date, closes_at, presses)
    select ${day.venueId}, ${day.date}, ${entering.closesAt}, count(*) from entered
    on conflict (venue_id, use_date) do update set presses = opening_pools.presses + excluded.presses`.execute(
    tx,
  )
}

/** The presses of a day's pool, of everybody or of these persons. */
export async function findPresses(
  tx: Kysely<Tables>,
  day: Day,
  personIds?: readonly string[],
): Promise<readonly PooledPress[]> {
  const { rows } = await sql<PressRow>`
    select p.person_id as "personId", v.city_id as "cityId", p.key, p.body_hash as "bodyHash", p.application, p.booked_by as "bookedBy",
      p.receipt_id as "receiptId", p.reservation_id as "reservationId", p.occupancy_id as "occupancyId", p.place as turn, p.refusal
    from pool_presses p join venues v using (venue_id)
    where p.venue_id = ${day.venueId} and p.use_date = ${day.date}
      ${personIds ? sql`and p.person_id = any(${[...personIds]}::uuid[])` : sql``}`.execute(tx)
  return rows.map(pressOf)
}

/** Writes what became of each press, and the seed that ordered them. */
export async function closePool(
  tx: Transaction<Tables>,
  day: Day,
  decided: {
    readonly seed: string
    readonly now: string
    readonly results: readonly {
      readonly receiptId: string
      readonly turn: number
      readonly refusal: Reason | null
    }[]
  },
): Promise<void> {
  await sql`
    update pool_presses p set place = r.turn, refusal = r.refusal
    from json_to_recordset(${JSON.stringify(decided.results)}::json) as r("receiptId" uuid, turn int, refusal jsonb)
    where p.receipt_id = r."receiptId"`.execute(tx)
  await sql`
    update opening_pools set seed = ${decided.seed}, decided_at = ${decided.now}
    where venue_id = ${day.venueId} and use_date = ${day.date}`.execute(tx)
}

/** Refused presses whose persons have not been told, by `pressName`. */
export async function findUntold(tx: Transaction<Tables>, day: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`/* prepared */
    select person_id || ' ' || key as name from pool_presses
    where venue_id = ${day.venueId} and use_date = ${day.date} and refusal is not null`.execute(tx)
  return rows.map(row => row.name)
}

export async function markTold(tx: Transaction<Tables>, receiptIds: readonly string[]): Promise<void> {
  if (receiptIds.length === 0) return
  await sql`update pool_presses set refusal = null where receipt_id = any(${[...receiptIds]}::uuid[])`.execute(
    tx,
  )
}

/** A decided pool as anybody may read it, in its order. */
export async function findDecided(
  db: Kysely<Tables>,
  day: Day,
  page: { readonly after: number; readonly limit: number },
): Promise<readonly { readonly receiptId: string; readonly turn: number }[]> {
  const { rows } = await sql<{ receiptId: string; turn: number }>`
    select receipt_id as "receiptId", place as turn from pool_presses
    where venue_id = ${day.venueId} and use_date = ${day.date} and place > ${page.after}
    order by place limit ${page.limit}`.execute(db)
  return rows
}

export async function findSeed(db: Kysely<Tables>, day: Day): Promise<string | null> {
  const { rows } = await sql<{ seed: string | null }>`
    select seed from opening_pools where venue_id = ${day.venueId} and use_date = ${day.date}`.execute(db)
  return rows[0]?.seed ?? null
}

/** The decided pool a receipt was in. */
export async function findPoolOf(db: Kysely<Tables>, receiptId: string): Promise<PoolOf | undefined> {
  const { rows } = await sql<PoolOf>`
    select o.seed, p.venue_id as "venueId", p.use_date as date
    from pool_presses p join opening_pools o using (venue_id, use_date)
    where p.receipt_id = ${receiptId} and o.seed is not null`.execute(db)
  return rows[0]
}

type PressRow = Omit<PooledPress, 'ids' | 'bookedByPerson' | 'application'> &
  PooledPress['ids'] & { readonly application: Application; readonly bookedBy: string | null }

function pressOf({ receiptId, reservationId, occupancyId, bookedBy, ...row }: PressRow): PooledPress {
  return {
    ...row,
    ids: { receiptId, reservationId, occupancyId },
    ...(bookedBy !== null && { bookedByPerson: bookedBy }),
  }
}
