import type { Hold } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tables } from './schema.ts'

type By = { readonly by: string; readonly at: string }

type Made = By & {
  readonly cityId: string
  readonly venueId: string
  readonly actId: string | null
  /** P7: the second person, where it was more than one may hold alone. */
  readonly allowedBy: string | null
}

/** Who held a space for what, kept for ever: office holds are what insiders abuse. */
export async function insertHolds(
  tx: Transaction<Tables>,
  holds: readonly z.output<typeof Hold>[],
  made: Made,
): Promise<void> {
  await tx
    .insertInto('holds')
    .values(
      holds.map(hold => ({
        occupancy_id: hold.occupancyId,
        city_id: made.cityId,
        venue_id: made.venueId,
        space_id: hold.spaceId,
        kind: hold.kind,
        reason: hold.reason,
        use_date: hold.date,
        from_time: hold.from,
        to_time: hold.to,
        by_person: made.by,
        at: made.at,
        released_at: null,
        released_by: null,
        act_id: made.actId,
        allowed_by: made.allowedBy,
      })),
    )
    .execute()
}

export async function findHold(
  tx: Transaction<Tables>,
  occupancyId: string,
): Promise<{ readonly cityId: string; readonly venueId: string; readonly date: string } | undefined> {
  const row = await tx
    .selectFrom('holds')
    .select(['city_id', 'venue_id', 'use_date'])
    .where('occupancy_id', '=', occupancyId)
    .executeTakeFirst()
  return row && { cityId: row.city_id, venueId: row.venue_id, date: row.use_date }
}

export async function endHold(tx: Transaction<Tables>, occupancyId: string, { by, at }: By): Promise<void> {
  await tx
    .updateTable('holds')
    .set({ released_at: at, released_by: by })
    .where('occupancy_id', '=', occupancyId)
    .where('released_at', 'is', null)
    .execute()
}

/** Half-hours of city use already held in a space on a day: the most of these spaces and days. */
export async function mostCityUse(
  tx: Transaction<Tables>,
  spaceIds: readonly string[],
  dates: readonly string[],
): Promise<number> {
  const { rows } = await sql<{ steps: number }>`
    select sum(extract(epoch from upper(o.during) - lower(o.during)) / 1800)::int as steps
    from holds h join occupancies o on o.occupancy_id = h.occupancy_id and o.space_id = h.space_id
    where h.space_id = any(${[...spaceIds]}) and h.use_date = any(${[...dates]}::date[]) and h.kind = 'city-use'
    group by h.space_id, h.use_date order by 1 desc limit 1`.execute(tx)
  return rows[0]?.steps ?? 0
}

/** A city's holds over a span of use dates, released ones too. */
export async function findHolds(
  db: Kysely<Tables>,
  cityId: string,
  { venueId, from, to }: { readonly venueId: string | undefined; readonly from: string; readonly to: string },
) {
  let query = db
    .selectFrom('holds')
    .select([
      'occupancy_id as occupancyId',
      'venue_id as venueId',
      'space_id as spaceId',
      'kind',
      'reason',
      'use_date as date',
      'from_time as from',
      'to_time as to',
      'by_person as byPersonId',
      'at',
      'released_at as releasedAt',
    ])
    .where('city_id', '=', cityId)
    .where('use_date', '>=', from)
    .where('use_date', '<=', to)
  if (venueId !== undefined) query = query.where('venue_id', '=', venueId)
  return query.orderBy('use_date').orderBy('from_time').orderBy('occupancy_id').execute()
}
