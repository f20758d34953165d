import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

export type Draw = {
  readonly roundId: string
  readonly cityId: string
  readonly dates: { readonly first: string; readonly last: string }
}

/** Remembers a published round until its winners are placed, and wakes whoever places them. */
export async function announceDraw(tx: Transaction<Tables>, { roundId, cityId, dates }: Draw): Promise<void> {
  await sql`
    with announced as (
      insert into draws (round_id, city_id, first_date, last_date) values (${roundId}, ${cityId}, ${dates.first}, ${dates.last})
      on conflict do nothing)
    select pg_notify(current_schema() || '_draws', '')`.execute(tx)
}

export async function findWaitingDraw(db: Kysely<Tables>): Promise<Draw | undefined> {
  const { rows } = await sql<{ roundId: string; cityId: string; first: string; last: string }>`
    select round_id as "roundId", city_id as "cityId", first_date as first, last_date as last
    from draws where placed_at is null order by announced_at, round_id limit 1`.execute(db)
  const [row] = rows
  return row && { roundId: row.roundId, cityId: row.cityId, dates: { first: row.first, last: row.last } }
}

/** Takes the right to place a draw for this transaction; false where it was placed, or is being placed by another replica. */
export async function claimDraw(tx: Transaction<Tables>, roundId: string): Promise<boolean> {
  const { rows } = await sql`
    update draws set placed_at = town_now() where round_id = (
      select round_id from draws where round_id = ${roundId} and placed_at is null for update skip locked)
    returning 1`.execute(tx)
  return rows.length === 1
}
