import type { Kysely } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

/** The doors of a city with what their gateways and locks said last. */
export async function findBoard(db: Kysely<Tables>, cityId: string) {
  return db
    .selectFrom('locks as l')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .leftJoin('lock_states as s', join =>
      join.onRef('s.lock_id', '=', 'l.lock_id').onRef('s.site', '=', 'l.venue_id'),
    )
    .select(['l.lock_id as lockId', 'l.venue_id as venueId', 'l.name as doorName', 'l.rev', 'l.epoch'])
    .select(['s.presence', 's.held_rev', 's.held_epoch', 's.applied_rev', 's.applied_epoch'])
    .select(['s.presence_at', 's.reported_at', 's.clock_quality', 's.clock_offset_s', 's.battery'])
    .select(['s.gateway_refusal', 's.lock_refusal'])
    .where('v.city_id', '=', cityId)
    .where('l.is_door', '=', true)
    .orderBy('l.venue_id')
    .orderBy('l.lock_id')
    .execute()
}
export type BoardRow = Awaited<ReturnType<typeof findBoard>>[number]

/** The codes of a city's locks that are not known to be gone. */
export async function findBoardCodes(db: Kysely<Tables>, cityId: string) {
  return db
    .selectFrom('codes as c')
    .innerJoin('locks as l', 'l.lock_id', 'c.lock_id')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .select(['c.lock_id as lockId', 'c.from_at as from', 'c.to_at as to'])
    .select(['c.rev_in as revIn', 'c.rev_out as revOut', 'c.is_on_lock as isOnLock'])
    .select(eb => eb('c.revoked_at', 'is not', null).$castTo<boolean>().as('isRevoked'))
    .where('v.city_id', '=', cityId)
    .where('c.gone_at', 'is', null)
    .execute()
}

const MOST_CODES = 100

/** The codes of one door whose time is not over. */
export async function findLockCodes(db: Kysely<Tables>, lockId: string, now: string) {
  return db
    .selectFrom('codes as c')
    .innerJoin('locks as l', 'l.lock_id', 'c.lock_id')
    .leftJoin('lock_states as s', join =>
      join.onRef('s.lock_id', '=', 'l.lock_id').onRef('s.site', '=', 'l.venue_id'),
    )
    .select(['c.reservation_id as reservationId', 'c.from_at as from', 'c.to_at as to'])
    .select(['c.rev_in as revIn', 'c.rev_out as revOut', 'c.is_on_lock as isOnLock'])
    .select(eb =>
      eb(eb.fn.coalesce('s.lock_refusal', 's.gateway_refusal'), 'is not', null)
        .$castTo<boolean>()
        .as('isRefused'),
    )
    .where('c.lock_id', '=', lockId)
    .where('c.revoked_at', 'is', null)
    .where('c.to_at', '>', now)
    .orderBy('c.from_at')
    .orderBy('c.code_id')
    .limit(MOST_CODES)
    .execute()
}

/** The city a door belongs to. */
export async function cityOfDoor(db: Kysely<Tables>, lockId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('locks as l')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .select('v.city_id as cityId')
    .where('l.lock_id', '=', lockId)
    .where('l.is_door', '=', true)
    .executeTakeFirst()
  return row?.cityId ?? undefined
}
