import type { Point, PointCause } from '@asaichi/contract/reservation/points.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** A point as it is stored: with whose it is. */
export type StoredPoint = Point & { readonly personId: string; readonly cityId: string }
export type NewPoint = Pick<StoredPoint, 'pointId' | 'reservationId' | 'personId' | 'cityId' | 'at'> & {
  readonly cause: PointCause
  readonly points: number
  readonly byPerson: string | null
}

/** Answers whether it is new: a booking gives points once for each cause. */
export async function insertPoint(tx: Transaction<Tables>, point: NewPoint): Promise<boolean> {
  const { rows } = await sql`
    insert into points (point_id, reservation_id, person_id, city_id, cause, points, at, by_person)
    values (${point.pointId}, ${point.reservationId}, ${point.personId}, ${point.cityId}, ${point.cause}, ${point.points}, ${point.at}, ${point.byPerson})
    on conflict (reservation_id, cause) do nothing returning 1`.execute(tx)
  return rows.length === 1
}

/** Answers whether it is new: the first reason stays. */
export async function insertWaiver(
  tx: Transaction<Tables>,
  waiver: { readonly pointId: string; readonly reason: string; readonly byPerson: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into point_waivers (point_id, reason, at, by_person) values (${waiver.pointId}, ${waiver.reason}, town_now(), ${waiver.byPerson})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length === 1
}

export async function findPoint(db: Kysely<Tables>, pointId: string): Promise<StoredPoint | undefined> {
  const row = await selectPoints(db).where('points.point_id', '=', pointId).executeTakeFirst()
  return row
}

/** What a booking gave its owner. */
export async function findPointsOf(
  db: Kysely<Tables>,
  reservationId: string,
): Promise<readonly StoredPoint[]> {
  return selectPoints(db).where('points.reservation_id', '=', reservationId).orderBy('points.at').execute()
}

/** All points of these people in a city, the oldest first. */
export async function findPointsOfPersons(
  db: Kysely<Tables>,
  cityId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredPoint[]>> {
  const rows = await selectPoints(db)
    .where('points.city_id', '=', cityId)
    .where(sql<boolean>`points.person_id = any(${[...personIds]}::uuid[])`)
    .orderBy('points.at')
    .execute()
  return Map.groupBy(rows, ({ personId }) => personId)
}

function selectPoints(db: Kysely<Tables>) {
  return db
    .selectFrom('points')
    .leftJoin('point_waivers', 'point_waivers.point_id', 'points.point_id')
    .select([
      'points.point_id as pointId',
      'points.reservation_id as reservationId',
      'points.person_id as personId',
      'points.city_id as cityId',
      'points.cause',
      'points.points',
      'points.at',
      'point_waivers.at as waivedAt',
      'point_waivers.reason as waivedBecause',
    ])
}
