import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { CountedKind, OverIn } from '../domain/headcount-report.ts'
import type { Counted } from '../domain/use-report.ts'
import type { Tables } from './schema.ts'

/** Use dates, both included. */
type Span = { readonly from: string; readonly to: string }

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
  { from, to }: Span,
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

/** G15: a line for each venue and month with a use that is over. */
export async function countOver(
  db: Kysely<Tables>,
  cityId: string,
  { from, to }: Span,
): Promise<readonly OverIn[]> {
  const { rows } = await sql<OverIn>`
    select venue_id as "venueId", max(venue_name) as "venueName", to_char(use_date, 'YYYY-MM') as month,
      count(*)::int as bookings, count(headcount)::int as written
    from reservations where city_id = ${cityId} and use_date between ${from} and ${to} and status = 'used'
    group by venue_id, to_char(use_date, 'YYYY-MM') order by venue_id, month`.execute(db)
  return rows
}

/** G15: a line for each venue, month and kind. A kind is called as the newest writing calls it. */
export async function countKinds(
  db: Kysely<Tables>,
  cityId: string,
  { from, to }: Span,
): Promise<readonly CountedKind[]> {
  const { rows } = await sql<CountedKind>`
    select venue_id as "venueId", to_char(use_date, 'YYYY-MM') as month, k ->> 'kindId' as "kindId",
      (array_agg(k ->> 'name' order by headcount ->> 'writtenAt' desc))[1] as name, sum((k ->> 'people')::int)::int as people
    from reservations, jsonb_array_elements(headcount -> 'kinds') k
    where city_id = ${cityId} and use_date between ${from} and ${to} and status = 'used'
    group by venue_id, to_char(use_date, 'YYYY-MM'), k ->> 'kindId' order by venue_id, month, "kindId"`.execute(
    db,
  )
  return rows
}
