import { instantAt } from '@asaichi/calendar/instant.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Occupancy } from '../domain/day-slots.ts'
import type { Tables } from './schema.ts'

type Told = Occupancy & {
  readonly occupancyId: string
  readonly venueId: string
  readonly spaceIds: readonly string[]
}

/** Keeps occupancies unless they are known or were released already; answers those that changed the calendar of a space. */
export async function keepOccupied(
  tx: Transaction<Tables>,
  told: readonly Told[],
): Promise<readonly (Told & { readonly spaceId: string })[]> {
  const { rows } = await sql<{ occupancyId: string; spaceId: string }>`
    insert into occupancies (occupancy_id, space_id, kind, starts_at, ends_at)
    select "occupancyId", json_array_elements_text("spaceIds"), kind, "startsAt", "endsAt"
    from json_to_recordset(${JSON.stringify(told)}::json)
      as told("occupancyId" uuid, "spaceIds" json, kind text, "startsAt" timestamptz, "endsAt" timestamptz)
    on conflict do nothing
    returning occupancy_id as "occupancyId", space_id as "spaceId"`.execute(tx)
  const byId = new Map(told.map(each => [each.occupancyId, each]))
  return rows.flatMap(({ occupancyId, spaceId }) => {
    const occupancy = byId.get(occupancyId)
    return occupancy ? [{ ...occupancy, spaceId }] : []
  })
}

/** Leaves a tombstone for each space, also where the occupancy has not arrived yet; answers where one was in force. */
export async function keepReleased(
  tx: Transaction<Tables>,
  { occupancyId, spaceIds }: { readonly occupancyId: string; readonly spaceIds: readonly string[] },
): Promise<readonly { spaceId: string; startsAt: string; endsAt: string }[]> {
  const { rows } = await sql<{ spaceId: string; startsAt: string | null; endsAt: string | null }>`
    insert into occupancies as known (occupancy_id, space_id, released)
    select ${occupancyId}::uuid, unnest(${spaceIds}::text[]), true
    on conflict (occupancy_id, space_id) do update set released = true where not known.released
    returning space_id as "spaceId", starts_at as "startsAt", ends_at as "endsAt"`.execute(tx)
  return rows.flatMap(({ spaceId, startsAt, endsAt }) =>
    startsAt === null || endsAt === null ? [] : [{ spaceId, startsAt, endsAt }],
  )
}

export async function bumpMonths(
  tx: Transaction<Tables>,
  spaceIds: readonly string[],
  months: readonly string[],
): Promise<void> {
  if (spaceIds.length === 0 || months.length === 0) return
  await sql`
    insert into month_revisions as known (space_id, month, revision)
    select space_id, month, 1 from unnest(${spaceIds}::text[]) as space_id, unnest(${months}::text[]) as month
    order by space_id, month
    on conflict (space_id, month) do update set revision = known.revision + 1`.execute(tx)
}

/** What is in force between two instants, for each space of the venues: a whole shows what its parts hold (M13). */
export async function occupanciesBetween(
  db: Kysely<Tables>,
  venues: readonly Pick<Venue, 'spaces'>[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, readonly Occupancy[]>> {
  const spaceIds = venues.flatMap(venue => venue.spaces.map(space => space.spaceId))
  const { rows } = await sql<Occupancy & { readonly spaceId: string }>`
    select space_id as "spaceId", kind, starts_at as "startsAt", ends_at as "endsAt" from occupancies
    where not released and space_id = any(${spaceIds}::text[]) and starts_at < ${to} and ends_at > ${from}
    order by space_id, starts_at`.execute(db)
  const own = Map.groupBy(rows, row => row.spaceId)
  return new Map(
    venues.flatMap(({ spaces }) =>
      spaces.map(
        ({ spaceId }) => [spaceId, withParts(spaces, spaceId).flatMap(part => own.get(part) ?? [])] as const,
      ),
    ),
  )
}

const MOST_CLOSURES = 100

/** Closures that have not ended, by time; rooms that are closed together are one. */
export async function closuresAhead(
  db: Kysely<Tables>,
  { spaces }: Pick<Venue, 'spaces'>,
): Promise<readonly { startsAt: string; endsAt: string; spaceIds: string[] }[]> {
  const spaceIds = spaces.map(({ spaceId }) => spaceId)
  const { rows } = await sql<{ startsAt: string; endsAt: string; spaceIds: string[] }>`
    select starts_at as "startsAt", ends_at as "endsAt", array_agg(distinct space_id) as "spaceIds" from occupancies
    where not released and kind = 'closure' and ends_at > town_now() and space_id = any(${spaceIds}::text[])
    group by starts_at, ends_at order by starts_at, ends_at limit ${MOST_CLOSURES}`.execute(db)
  return rows
}

export function occupanciesOn(
  db: Kysely<Tables>,
  venue: Pick<Venue, 'spaces'>,
  date: string,
): Promise<ReadonlyMap<string, readonly Occupancy[]>> {
  return occupanciesBetween(db, [venue], { from: instantAt(date, '00:00'), to: instantAt(date, '24:00') })
}
