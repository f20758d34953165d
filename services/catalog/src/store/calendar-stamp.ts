import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

export type CalendarStamp = {
  readonly cityId: string
  readonly venueId: string
  readonly spaceId: string
  /** Differs whenever a fact behind the listing's month has changed. */
  readonly stamp: string
  readonly now: string
}

/** What has to be read for every question about a listing's month; nothing for an unknown listing. */
export async function findCalendarStamp(
  db: Kysely<Tables>,
  listingId: string,
  month: string,
): Promise<CalendarStamp | undefined> {
  const { rows } = await sql<CalendarStamp>`
    select city_id as "cityId", venue_id as "venueId", listing.space_id as "spaceId",
      concat_ws('.', cities.version, venues.version, coalesce(months.revision, 0), opened.dates) as stamp,
      town_now() as now
    from claimed_ids as listing
      join venues using (venue_id)
      join cities using (city_id)
      left join month_revisions as months on months.space_id = listing.space_id and months.month = ${month}
      cross join lateral (
        select count(*) as dates from opened_dates
        where opened_dates.city_id = venues.city_id and use_date >= to_date(${month}, 'YYYY-MM')
          and use_date < to_date(${month}, 'YYYY-MM') + interval '1 month') as opened
    where listing.kind = 'listing' and listing.id = ${listingId}`.execute(db)
  return rows[0]
}
