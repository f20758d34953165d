import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

const MOST_ACTS = 20

/** Every door of a city or a venue with its number for an emergency, where it has one. */
export async function findEmergencyDoors(
  db: Kysely<Tables>,
  of: { readonly cityId: string } | { readonly venueId: string },
) {
  return db
    .selectFrom('locks as l')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .leftJoin('codes as c', join =>
      join.onRef('c.lock_id', '=', 'l.lock_id').on('c.kind', '=', 'emergency').on('c.revoked_at', 'is', null),
    )
    .select(['l.venue_id as venueId', 'l.lock_id as lockId', 'l.name as doorName', 'l.epoch', 'l.device'])
    .select(['c.code_id as codeId', 'c.from_at as from', 'c.sealed', 'c.is_on_lock as isOnLock', 'c.result'])
    .where(eb => ('cityId' in of ? eb('v.city_id', '=', of.cityId) : eb('l.venue_id', '=', of.venueId)))
    .where('l.is_door', '=', true)
    .orderBy('l.venue_id')
    .orderBy('l.lock_id')
    .execute()
}

export type NewAct = Omit<Tables['emergency_acts'], 'act_id'>

export async function recordAct(tx: Transaction<Tables>, act: NewAct): Promise<string> {
  const actId = newId()
  await tx
    .insertInto('emergency_acts')
    .values({ act_id: actId, ...act })
    .execute()
  return actId
}

/** The newest acts about a venue's numbers, newest first. */
export async function findActs(db: Kysely<Tables>, venueId: string) {
  return db
    .selectFrom('emergency_acts as a')
    .leftJoin('locks as l', 'l.lock_id', 'a.lock_id')
    .select(['a.act', 'a.at', 'a.staff_id as staffId', 'l.name as doorName'])
    .where('a.venue_id', '=', venueId)
    .orderBy('a.at', 'desc')
    .orderBy('a.act_id', 'desc')
    .limit(MOST_ACTS)
    .execute()
}

export async function findLastChange(db: Kysely<Tables>, venueId: string): Promise<string | null> {
  const row = await db
    .selectFrom('emergency_acts')
    .select('act_id as actId')
    .where('venue_id', '=', venueId)
    .where('act', 'in', ['changed', 'ended'])
    .orderBy('at', 'desc')
    .orderBy('act_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.actId ?? null
}

export async function findUse(db: Kysely<Tables>, useId: string) {
  return db
    .selectFrom('emergency_acts as a')
    .innerJoin('locks as l', 'l.lock_id', 'a.lock_id')
    .select(['a.venue_id as venueId', 'l.name as doorName', 'a.at'])
    .where('a.act_id', '=', useId)
    .where('a.act', '=', 'used')
    .executeTakeFirst()
}

/** Where a number for an emergency opened, also one that was changed since and is still on the lock; nothing where the lock names another code. */
export async function findDoorOfEmergencyCode(
  tx: Transaction<Tables>,
  of: { readonly lockId: string; readonly site: string; readonly codeId: string },
) {
  return tx
    .selectFrom('codes as c')
    .innerJoin('locks as l', 'l.lock_id', 'c.lock_id')
    .innerJoin('venues as v', 'v.venue_id', 'l.venue_id')
    .select(['v.city_id as cityId', 'l.venue_id as venueId'])
    .where(eb => eb(eb.cast<string>('c.code_id', 'text'), '=', of.codeId))
    .where('c.kind', '=', 'emergency')
    .where('c.lock_id', '=', of.lockId)
    .where('l.venue_id', '=', of.site)
    .executeTakeFirst()
}

export async function cityOfVenue(db: Kysely<Tables>, venueId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('venues')
    .select('city_id as cityId')
    .where('venue_id', '=', venueId)
    .executeTakeFirst()
  return row?.cityId ?? undefined
}
