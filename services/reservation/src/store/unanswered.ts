import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/**
 * Marks what nobody has answered and nobody was warned of yet, of uses up to a day, and answers their venues. What its winner has
 * to confirm first (G7) is no matter of the office yet.
 */
export async function markWarned(
  tx: Transaction<Tables>,
  { cityId, through }: { readonly cityId: string; readonly through: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ venueId: string }>`
    with warned as (
      update reservations set warned_at = town_now()
      where city_id = ${cityId} and status = 'pending' and confirm_by is null and warned_at is null
        and use_date <= ${through} and starts_at > town_now()
      returning venue_id)
    select distinct venue_id as "venueId" from warned order by 1`.execute(tx)
  return rows.map(row => row.venueId)
}

type Unanswered = Readonly<
  Record<'reservationId' | 'spaceName' | 'date' | 'from' | 'to' | 'answerBy', string>
> & {
  readonly total: number
}

/** What still waits of what was warned of, nearest first; `total` counts those beyond the limit too. */
export async function findWarned(
  db: Kysely<Tables>,
  { cityId, venueId, limit }: { readonly cityId: string; readonly venueId: string; readonly limit: number },
): Promise<readonly Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select reservation_id as "reservationId", space_name as "spaceName", use_date as "date", from_time as "from",
      to_time as "to", starts_at as "answerBy", (count(*) over ())::int as total
    from reservations
    where city_id = ${cityId} and status = 'pending' and starts_at > town_now() and venue_id = ${venueId}
      and warned_at is not null
    order by starts_at, reservation_id limit ${limit}`.execute(db)
  return rows
}
