import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** What has to be read for every search of a city, so that all else may come from memory while it is still true. */
export type SearchStamp = {
  /** Differs whenever the city or one of its venues is written anew. */
  readonly stamp: string
  /** How often a room's month has changed, by `spaceId month`; left out where nothing was ever booked. */
  readonly revisions: Readonly<Record<string, number>>
  /** Dates of the span whose draw was applied (M18). */
  readonly drawn: readonly string[]
  readonly now: string
}

/** Nothing for an unknown city. */
export async function findSearchStamp(
  db: Kysely<Tables>,
  { cityId, from, to }: { readonly cityId: string; readonly from: string; readonly to: string },
): Promise<SearchStamp | undefined> {
  const { rows } = await sql<SearchStamp>`
    select concat_ws('.', cities.version, known.venues, known.versions) as stamp,
      (select coalesce(json_object_agg(months.space_id || ' ' || months.month, months.revision), '{}')
        from claimed_ids join venues using (venue_id) join month_revisions as months on months.space_id = claimed_ids.id
        where claimed_ids.kind = 'space' and venues.city_id = cities.city_id
          and months.month between ${from.slice(0, 7)} and ${to.slice(0, 7)}) as revisions,
      array(select to_char(use_date, 'YYYY-MM-DD') from opened_dates
        where opened_dates.city_id = cities.city_id and use_date between ${from}::date and ${to}::date) as drawn,
      town_now() as now
    from cities
      cross join lateral (
        select count(*) as venues, coalesce(sum(version), 0) as versions
        from venues where venues.city_id = cities.city_id) as known
    where cities.city_id = ${cityId}`.execute(db)
  return rows[0]
}
