import type { ClosingPlan } from '@asaichi/contract/reservation/closing-plan.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Occupied } from '../domain/decide.ts'
import type { Stretch } from '../domain/remainders.ts'
import { arrayText } from './array-text.ts'
import type { Tables } from './schema.ts'

export type Closing = {
  readonly actId: string
  readonly cityId: string
  readonly venueId: string
  readonly plan: ClosingPlan
  readonly spans: number
  readonly cancelled: number
  readonly byPerson: string
  readonly at: string
}

/** What was done under this id, and whether it was this plan. */
export async function findClosing(db: Kysely<Tables>, actId: string, plan?: ClosingPlan) {
  return db
    .selectFrom('closings')
    .select(['city_id as cityId', 'venue_id as venueId', 'spans', 'cancelled'])
    .select(sql<boolean>`plan = ${JSON.stringify(plan ?? {})}::jsonb`.as('isSame'))
    .where('act_id', '=', actId)
    .executeTakeFirst()
}

export async function insertClosing(tx: Transaction<Tables>, closing: Closing): Promise<void> {
  await tx
    .insertInto('closings')
    .values({
      act_id: closing.actId,
      city_id: closing.cityId,
      venue_id: closing.venueId,
      plan: JSON.stringify(closing.plan),
      spans: closing.spans,
      cancelled: closing.cancelled,
      by_person: closing.byPerson,
      at: closing.at,
      released_at: null,
      released_by: null,
    })
    .execute()
}

export async function endClosing(
  tx: Transaction<Tables>,
  actId: string,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('closings')
    .set({ released_at: at, released_by: by })
    .where('act_id', '=', actId)
    .where('released_at', 'is', null)
    .execute()
}

/** The holds of an act that still hold something, by day. */
export async function heldOf(db: Kysely<Tables>, actId: string) {
  return db
    .selectFrom('holds')
    .select(['occupancy_id as occupancyId', 'city_id as cityId', 'venue_id as venueId', 'use_date as date'])
    .where('act_id', '=', actId)
    .where('released_at', 'is', null)
    .orderBy('use_date')
    .orderBy('occupancy_id')
    .execute()
}

export type Met = Occupied & { readonly occupancyId: string; readonly reservationId: string | null }

/** What these stretches of a venue meet, once each; what waits to reopen is nobody's. */
export async function findMet(
  db: Kysely<Tables>,
  venueId: string,
  stretches: readonly Stretch[],
): Promise<readonly Met[]> {
  const rows = stretches.flatMap(each => each.spaceIds.map(spaceId => ({ ...each, spaceId })))
  const list = (name: 'spaceId' | 'startsAt' | 'endsAt') => arrayText(rows.map(row => row[name]))
  const { rows: met } = await sql<Met>`
    select distinct on (lower(o.during), o.occupancy_id) o.occupancy_id as "occupancyId", o.space_id as "spaceId",
      lower(o.during) as "startsAt", upper(o.during) as "endsAt", o.kind, o.since, r.reservation_id as "reservationId"
    from unnest(${list('spaceId')}::text[], ${list('startsAt')}::timestamptz[], ${list('endsAt')}::timestamptz[]) as w (space_id, starts_at, ends_at)
      join occupancies o on o.venue_id = ${venueId} and o.space_id = w.space_id and o.during && tstzrange(w.starts_at, w.ends_at, '[)')
      left join reservations r on o.kind = 'reservation' and r.occupancy_id = o.occupancy_id and r.venue_id = o.venue_id
        and r.starts_at = lower(o.during) and r.status in ('pending', 'approved', 'used')
    where o.kind <> 'reopening'
    order by lower(o.during), o.occupancy_id, o.space_id`.execute(db)
  return met
}
