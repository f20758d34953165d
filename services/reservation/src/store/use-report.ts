import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Counted } from '../domain/use-report.ts'
import type { Tables } from './schema.ts'

export async function findVenuesOf(db: Kysely<Tables>, cityId: string): Promise<readonly Venue[]> {
  const rows = await db
    .selectFrom('venues')
    .select('doc')
    .where('city_id', '=', cityId)
    .orderBy('venue_id')
    .execute()
  return rows.map(row => row.doc)
}

/** T11: at most a line for each room, end, purpose and pair of times, however many bookings. What was moved away is counted where it went. */
export async function countUses(
  db: Kysely<Tables>,
  cityId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select r.venue_id as "venueId", max(r.venue_name) as "venueName", r.space_id as "spaceId", max(r.space_name) as "spaceName",
      r.status, r.from_time as "from", r.to_time as "to", r.purpose ->> 'purposeId' as "purposeId", max(r.purpose ->> 'name') as "purposeName",
      count(*)::int as bookings, sum(r.people)::int as people,
      coalesce(sum(b.charged), 0)::int as charged, coalesce(sum(b.paid), 0)::int as paid
    from reservations r left join bills b on b.reservation_id = r.reservation_id
    where r.city_id = ${cityId} and r.use_date between ${from} and ${to} and r.moved_to is null
    group by r.venue_id, r.space_id, r.status, r.from_time, r.to_time, r.purpose ->> 'purposeId'
    order by r.venue_id, r.space_id, r.status, r.from_time, r.to_time, r.purpose ->> 'purposeId'`.execute(db)
  return rows
}
