import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { folded } from '../domain/search-text.ts'
import type { Tables } from './schema.ts'

export type VenueWishes = {
  readonly cityId: string
  readonly text?: string | undefined
  readonly purpose?: string | undefined
  readonly people?: number | undefined
  readonly area?: string | undefined
  readonly equipment?: string | undefined
  readonly stepFree?: true | undefined
}

/** S4: the city's venues, by id, in which one room has all that is asked of a room. */
export async function searchVenueDocuments(
  db: Kysely<Tables>,
  wishes: VenueWishes,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly Venue[]> {
  const { cityId, text, area } = wishes
  let query = db.selectFrom('venues').select('document').where('city_id', '=', cityId)
  // strpos knows no wildcards, so % and _ are letters like any other (A43).
  if (text !== undefined) query = query.where(sql`strpos(search_text, ${folded(text)})`, '>', 0)
  if (area !== undefined) query = query.where(sql`document ->> 'area'`, '=', area)
  if (page.after !== undefined) query = query.where('venue_id', '>', page.after)
  const rows = await query.where(hasRoom(wishes)).orderBy('venue_id').limit(page.limit).execute()
  return rows.map(row => row.document)
}

/** The words a search form of the city offers; nothing for an unknown city. */
export async function findSearchTerms(
  db: Kysely<Tables>,
  cityId: string,
): Promise<{ purposes: string[]; areas: string[]; equipment: string[] } | undefined> {
  const { rows } = await sql<{ purposes: string[]; areas: string[]; equipment: string[] }>`
    with rooms as (
      select room from venues, jsonb_array_elements(document -> 'spaces') as room where city_id = ${cityId})
    select
      array(select distinct jsonb_array_elements_text(room -> 'purposes') as word from rooms order by word) as purposes,
      array(select distinct document ->> 'area' as word from venues where city_id = ${cityId} order by word) as areas,
      array(select distinct item ->> 'name' as word
            from rooms, jsonb_array_elements(room -> 'equipment') as item order by word) as equipment
    from cities where city_id = ${cityId}`.execute(db)
  return rows[0]
}

function hasRoom({ people, purpose, equipment, stepFree }: VenueWishes) {
  return sql<boolean>`exists (
    select from jsonb_array_elements(document -> 'spaces') as room
    where (room ->> 'capacity')::int >= ${people ?? 0}::int
      and (${stepFree === undefined} or room @> '{"stepFree": true}')
      and (${purpose ?? null}::text is null or room -> 'purposes' @> jsonb_build_array(${purpose ?? null}::text))
      and (${equipment ?? null}::text is null
           or room -> 'equipment' @> jsonb_build_array(jsonb_build_object('name', ${equipment ?? null}::text))))`
}
