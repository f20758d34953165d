import { DenialReason, type LockAddress, type LockEvent } from '@asaichi/contract/lock/topics.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tables } from './schema.ts'

/** Keeps an event once, however often it is sent; (lock, boot, seq) names it. Answers whether it was new. */
export async function keepLockEvent(
  db: Kysely<Tables>,
  { site, lock }: LockAddress,
  event: LockEvent,
): Promise<boolean> {
  const { boot, seq, at, type, ...detail } = event
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('lock_events')
    .values({ lock_id: lock, boot, seq, site, at, type, detail: JSON.stringify(detail) })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const Press = z.object({
  doorName: z.string(),
  at: z.string(),
  result: z.union([z.enum(['opened', 'paused']), DenialReason]),
  own: z.boolean(),
})
const MOST_PRESSES = 20

/** What was pressed at the doors of a booking while its codes are good, and an hour before; newest first. */
export async function findPresses(
  db: Kysely<Tables>,
  { reservationId, now }: { readonly reservationId: string; readonly now: string },
) {
  const { rows } = await sql`
    with own as (select code_id, lock_id, from_at, to_at from codes where reservation_id = ${reservationId}),
    doors as (select lock_id, min(from_at) as from_at, max(to_at) as to_at from own group by lock_id)
    select l.name as "doorName", e.at, case e.type when 'unlocked' then 'opened' when 'paused' then 'paused' else e.detail ->> 'reason' end as result,
      exists (select 1 from own where own.code_id::text = e.detail ->> 'codeId') as own
    from doors d join locks l on l.lock_id = d.lock_id
      join lock_events e on e.lock_id = d.lock_id and e.site = l.venue_id and e.type in ('unlocked', 'denied', 'paused')
        and e.at >= d.from_at - interval '1 hour' and e.at < least(d.to_at, ${now}::timestamptz + interval '1 hour')
    order by e.at desc, e.seq desc limit ${MOST_PRESSES}`.execute(db)
  return z.array(Press).parse(rows)
}
