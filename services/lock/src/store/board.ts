import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** The doors of a city with what their gateways and locks said last. */
export async function findBoard(db: Kysely<Tables>, cityId: string) {
  return db
    .selectFrom('locks as l')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .leftJoin('lock_states as s', join =>
      join.onRef('s.lock_id', '=', 'l.lock_id').onRef('s.site', '=', 'l.venue_id'),
    )
    .select([
      'l.lock_id as lockId',
      'l.venue_id as venueId',
      'l.name as doorName',
      'l.rev',
      'l.epoch',
      'l.hangs',
    ])
    .select(['s.presence', 's.held_rev', 's.held_epoch', 's.applied_rev', 's.applied_epoch'])
    .select(['s.presence_at', 's.reported_at', 's.clock_quality', 's.clock_offset_s', 's.battery'])
    .select(['s.gateway_refusal', 's.lock_refusal', 's.foreign_slots as foreignSlots'])
    .where('v.city_id', '=', cityId)
    .where('l.is_door', '=', true)
    .orderBy('l.venue_id')
    .orderBy('l.lock_id')
    .execute()
}
const ALARMS = ['tamper', 'changed-outside', 'foreign-unlock', 'emergency-used', 'spare-used'] as const
export type DoorAlarm = (typeof ALARMS)[number]

// V13: by the lock's own word.
const emergencyUnlock = sql<boolean>`(e.type = 'unlocked' and e.detail ->> 'kind' = 'emergency')`

// V14: before anybody was given it, or outside the use it was given for; a minute is what a lock's clock may be off.
const spareUnlock = sql<boolean>`(e.type = 'unlocked' and exists (select 1 from codes c
  where c.code_id::text = e.detail ->> 'codeId' and c.lock_id = e.lock_id and c.kind = 'backup'
    and (c.given_at is null or e.at < c.given_at - interval '1 minute' or e.at < c.from_at or e.at >= c.to_at)))`

/** What locks of a city told of themselves within a day that somebody should look at. */
export async function findAlarms(
  db: Kysely<Tables>,
  cityId: string,
  now: string,
): Promise<readonly { readonly lockId: string; readonly alarm: DoorAlarm }[]> {
  const rows = await db
    .selectFrom('lock_events as e')
    .innerJoin('locks as l', 'l.lock_id', 'e.lock_id')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .select('e.lock_id as lockId')
    .select(
      sql<string>`case when ${emergencyUnlock} then 'emergency-used' when ${spareUnlock} then 'spare-used' else e.type end`.as(
        'type',
      ),
    )
    .distinct()
    .where('v.city_id', '=', cityId)
    .where(eb => eb.or([eb('e.type', 'in', ALARMS), emergencyUnlock, spareUnlock]))
    .where('e.at', '>', sql<string>`${now}::timestamptz - interval '24 hours'`)
    .execute()
  return rows.flatMap(({ lockId, type }) => {
    const alarm = ALARMS.find(one => one === type)
    return alarm ? [{ lockId, alarm }] : []
  })
}

export type BoardRow = Awaited<ReturnType<typeof findBoard>>[number]

/** The codes of a city's locks that are not known to be gone. */
export async function findBoardCodes(db: Kysely<Tables>, cityId: string) {
  return db
    .selectFrom('codes as c')
    .innerJoin('locks as l', 'l.lock_id', 'c.lock_id')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .select([
      'c.lock_id as lockId',
      'c.reservation_id as reservationId',
      'c.kind',
      'c.from_at as from',
      'c.to_at as to',
    ])
    .select(['c.rev_in as revIn', 'c.rev_out as revOut'])
    .select(['c.is_on_lock as isOnLock', 'c.result', 'c.result_due as dueAt'])
    .select(eb => eb('c.revoked_at', 'is not', null).$castTo<boolean>().as('isRevoked'))
    .where('v.city_id', '=', cityId)
    .where('c.gone_at', 'is', null)
    .execute()
}

/** A door is counted once, under the first of these that is true of it. */
export const DOOR_STATES = ['offline', 'refused', 'current', 'held', 'behind'] as const
type DoorState = (typeof DOOR_STATES)[number]

/** All doors by how far the set they should hold has come: on the lock, at its site's gateway, or neither. */
export async function countDoors(
  db: Kysely<Tables>,
): Promise<readonly { readonly state: DoorState; readonly doors: number }[]> {
  const { rows } = await sql<{ state: DoorState; doors: number }>`
    select case
        when s.presence is distinct from 'online' then 'offline'
        when coalesce(s.lock_refusal, s.gateway_refusal) is not null then 'refused'
        when (s.applied_epoch, s.applied_rev) is not distinct from (l.epoch, l.rev) then 'current'
        when (s.held_epoch, s.held_rev) is not distinct from (l.epoch, l.rev) then 'held'
        else 'behind' end as state, count(*)::int as doors
    from locks l left join lock_states s on s.lock_id = l.lock_id and s.site = l.venue_id
    where l.is_door group by 1`.execute(db)
  return rows
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
    .select(eb => eb.ref('c.reservation_id').$notNull().as('reservationId'))
    .select(['c.from_at as from', 'c.to_at as to'])
    .select(['c.rev_in as revIn', 'c.rev_out as revOut'])
    .select(['c.is_on_lock as isOnLock', 'c.result', 'c.proof', 'c.result_due as dueAt'])
    .select(eb =>
      eb(eb.fn.coalesce('s.lock_refusal', 's.gateway_refusal'), 'is not', null)
        .$castTo<boolean>()
        .as('isRefused'),
    )
    .select(eb => eb('s.presence', 'is distinct from', 'online').$castTo<boolean>().as('isAway'))
    .where('c.lock_id', '=', lockId)
    .where('c.reservation_id', 'is not', null)
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
