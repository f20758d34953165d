import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** V12: what hangs at a door, and what it is let in by. */
export type Device = {
  readonly device: number
  readonly serial: number
  readonly formerUntil: string | null
  readonly hangs: boolean
}

/** A door with what hangs there; `isAtWork` once that device has taken a set. */
export async function findDevice(db: Kysely<Tables>, lockId: string) {
  return db
    .selectFrom('locks as l')
    .leftJoin('lock_states as s', join =>
      join.onRef('s.lock_id', '=', 'l.lock_id').onRef('s.site', '=', 'l.venue_id'),
    )
    .select(['l.venue_id as site', 'l.name as doorName', 'l.is_door as isDoor', 'l.rev', 'l.epoch'])
    .select(['l.device', 'l.serial', 'l.former_until as formerUntil', 'l.hangs'])
    .select(['s.presence', 's.presence_at as presenceAt', 's.reported_at as reportAt', 's.firmware'])
    .select(['s.clock_quality as clock', 's.clock_offset_s as clockOffsetSeconds', 's.battery', 's.slots'])
    .select(eb => eb.fn.coalesce('s.lock_refusal', 's.gateway_refusal').as('refused'))
    .select(eb =>
      eb('s.applied_epoch', 'is not distinct from', eb.ref('l.epoch')).$castTo<boolean>().as('isAtWork'),
    )
    .where('l.lock_id', '=', lockId)
    .executeTakeFirst()
}

/** The site's gateway is told before it is told anything else. */
export async function setDevice(
  tx: Transaction<Tables>,
  lockId: string,
  { device, serial, formerUntil, hangs }: Device,
): Promise<void> {
  await tx
    .updateTable('locks')
    .set({ device, serial, former_until: formerUntil, hangs, introduce: true, sends: 0, send_after: null })
    .where('lock_id', '=', lockId)
    .execute()
}

/** The gateway has it on its disk; what was changed since is told again. */
export async function markIntroduced(
  db: Kysely<Tables>,
  lockId: string,
  { serial, formerUntil }: Pick<Device, 'serial' | 'formerUntil'>,
): Promise<void> {
  await db
    .updateTable('locks')
    .set({ introduce: false })
    .where('lock_id', '=', lockId)
    .where('serial', '=', serial)
    .where(sql<boolean>`former_until is not distinct from ${formerUntil}::timestamptz`)
    .execute()
}

/** The codes that a lock should have, and how many of them it says it has. */
export async function countWanted(db: Kysely<Tables>, lockId: string) {
  return db
    .selectFrom('codes')
    .select(eb => eb.fn.countAll<number>().$castTo<number>().as('wanted'))
    .select(sql<number>`count(*) filter (where is_on_lock)::int`.as('stored'))
    .where('lock_id', '=', lockId)
    .where('rev_in', 'is not', null)
    .where('rev_out', 'is', null)
    .executeTakeFirstOrThrow()
}
