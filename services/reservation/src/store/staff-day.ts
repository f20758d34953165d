import { instantAt } from '@asaichi/calendar/instant.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Occupied } from '../domain/decide.ts'
import type { Day } from './days.ts'
import { findReservationsOf } from './reservations.ts'
import type { Tables } from './schema.ts'

export type DayOccupancy = {
  readonly occupancyId: string
  readonly spaceIds: readonly string[]
  readonly kind: Occupied['kind']
  readonly startsAt: string
  readonly endsAt: string
  readonly since: string
  readonly reservation: Reservation | null
  readonly reason: string | null
  readonly actId: string | null
  readonly reopensAt: string | null
}

type Row = Omit<DayOccupancy, 'reservation'>

/** What a venue's calendar holds on a day, by start: reservations with their facts, holds with their reason, freed times with their reopening. */
export async function findDayOccupancies(db: Kysely<Tables>, day: Day): Promise<readonly DayOccupancy[]> {
  const span = { from: instantAt(day.date, '00:00'), to: instantAt(day.date, '24:00') }
  const { rows } = await sql<Row>`
    select o.occupancy_id as "occupancyId", array_agg(o.space_id order by o.space_id) as "spaceIds", o.kind,
      lower(o.during) as "startsAt", upper(o.during) as "endsAt", o.since, h.reason, h.act_id as "actId", d.due_at as "reopensAt"
    from occupancies o
      left join holds h on h.occupancy_id = o.occupancy_id
      left join due_work d on d.kind = 'reopen-time' and d.key = o.occupancy_id::text
    where o.venue_id = ${day.venueId} and lower(o.during) >= ${span.from} and lower(o.during) < ${span.to}
    group by o.occupancy_id, o.kind, o.during, o.since, h.reason, h.act_id, d.due_at
    order by lower(o.during), min(o.space_id)`.execute(db)
  const reservations = await findReservationsOf(db, { venueId: day.venueId, ...span })
  return rows.map(row => ({ ...row, reservation: reservations.get(row.occupancyId) ?? null }))
}

/** T1: the day's pending, approved and used reservations of a city, by venue, start and room. */
export async function findCityDay(
  db: Kysely<Tables>,
  cityId: string,
  { date, limit }: { readonly date: string; readonly limit: number },
) {
  return db
    .selectFrom('reservations')
    .select([
      'reservation_id as reservationId',
      'venue_id as venueId',
      'venue_name as venueName',
      'space_id as spaceId',
      'space_name as spaceName',
      'person_id as personId',
      'number',
      'from_time as from',
      'to_time as to',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'event_name as eventName',
      'people',
      'yen',
      'status',
    ])
    .where('city_id', '=', cityId)
    .where('status', 'in', ['pending', 'approved', 'used'])
    .where('starts_at', '>=', instantAt(date, '00:00'))
    .where('starts_at', '<', instantAt(date, '24:00'))
    .orderBy('venue_name')
    .orderBy('starts_at')
    .orderBy('space_id')
    .limit(limit)
    .execute()
}

/** T1: how many applications wait, and the nearest 回答期限. */
export async function countPending(
  db: Kysely<Tables>,
  cityId: string,
): Promise<{ readonly pending: number; readonly nextAnswerBy: string | null }> {
  const { rows } = await sql<{ pending: number; nextAnswerBy: string | null }>`
    select count(*)::int as pending, min(starts_at) as "nextAnswerBy" from reservations where city_id = ${cityId} and status = 'pending'`.execute(
    db,
  )
  return rows[0] ?? { pending: 0, nextAnswerBy: null }
}
