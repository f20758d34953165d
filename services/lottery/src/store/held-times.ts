import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

export type HeldTime = {
  readonly spaceId: string
  readonly kind: 'city-use' | 'closure'
  readonly startsAt: string
  readonly endsAt: string
}
type Told = Omit<HeldTime, 'spaceId'> & { readonly occupancyId: string; readonly spaceIds: readonly string[] }

/** A hold that is known, or was released before it was told, stays as it is. What is over is forgotten. */
export async function keepHeld(tx: Transaction<Tables>, told: readonly Told[], now: string): Promise<void> {
  await sql`
    insert into held_times (occupancy_id, space_id, kind, starts_at, ends_at)
    select "occupancyId", json_array_elements_text("spaceIds"), kind, "startsAt", "endsAt"
    from json_to_recordset(${JSON.stringify(told)}::json)
      as told("occupancyId" uuid, "spaceIds" json, kind text, "startsAt" timestamptz, "endsAt" timestamptz)
    on conflict do nothing`.execute(tx)
  await sql`
    delete from held_times
    where ends_at < ${now}::timestamptz or released_at < ${now}::timestamptz - interval '7 days'`.execute(tx)
}

export async function releaseHeld(
  tx: Transaction<Tables>,
  { occupancyId, spaceIds }: Pick<Told, 'occupancyId' | 'spaceIds'>,
  now: string,
): Promise<void> {
  await sql`
    insert into held_times (occupancy_id, space_id, released_at)
    select ${occupancyId}::uuid, unnest(${spaceIds}::text[]), ${now}::timestamptz
    on conflict (occupancy_id, space_id) do update set released_at = excluded.released_at`.execute(tx)
}

/** What the city holds of these spaces on days between the two instants. */
export async function findHeld(
  db: Kysely<Tables>,
  {
    spaceIds,
    from,
    to,
  }: { readonly spaceIds: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly HeldTime[]> {
  const { rows } = await sql<HeldTime>`
    select space_id as "spaceId", kind, starts_at as "startsAt", ends_at as "endsAt" from held_times
    where released_at is null and space_id = any(${spaceIds}::text[]) and starts_at < ${to} and ends_at > ${from}
    order by starts_at, space_id`.execute(db)
  return rows
}
