import type { Desired } from '@asaichi/contract/lock/topics.ts'
import { currentTrace } from '@asaichi/service/trace.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { desiredDocument, type SetRevision } from '../domain/desired-set.ts'
import type { Mark } from '../domain/report.ts'
import type { Device } from './devices.ts'
import type { Tables } from './schema.ts'

const SETS_KEPT = 200
const CLAIMS_MAX = 50
/** Pauses between two sendings of an unconfirmed set: 2 s, doubling to a minute. */
const RESEND_S = { first: 2, most: 60, doublings: 5 } as const

export type NewSet = SetRevision & { readonly lockId: string; readonly digest: string }
export type CurrentSet = Mark & { readonly site: string; readonly digest: string }

/** The next set of a lock; it is due for its gateway at once. */
export async function insertSet(tx: Transaction<Tables>, set: NewSet): Promise<void> {
  const { lockId, rev, epoch, digest, revisedAt } = set
  await tx
    .insertInto('lock_sets')
    .values({
      lock_id: lockId,
      rev,
      epoch,
      digest,
      revised_at: revisedAt,
      traceparent: currentTrace() ?? null,
    })
    .execute()
  await tx
    .updateTable('locks')
    .set({ rev, epoch, sends: 0, send_after: null })
    .where('lock_id', '=', lockId)
    .execute()
  await tx
    .deleteFrom('lock_sets')
    .where('lock_id', '=', lockId)
    .where('rev', '<=', rev - SETS_KEPT)
    .execute()
}

/** The trace in which a set was made. */
export async function findTraceOfSet(
  db: Kysely<Tables>,
  lockId: string,
  rev: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('lock_sets')
    .select('traceparent')
    .where('lock_id', '=', lockId)
    .where('rev', '=', rev)
    .executeTakeFirst()
  return row?.traceparent ?? undefined
}

export async function findCurrentSet(
  tx: Transaction<Tables>,
  lockId: string,
): Promise<CurrentSet | undefined> {
  return tx
    .selectFrom('current_sets')
    .select(['site', 'epoch', 'rev', 'digest'])
    .where('lock_id', '=', lockId)
    .executeTakeFirst()
}

/** Whether the lock was ever meant to have exactly this set. */
export async function isOurSet(tx: Transaction<Tables>, lockId: string, mark: Mark): Promise<boolean> {
  const row = await tx
    .selectFrom('lock_sets')
    .select('rev')
    .where('lock_id', '=', lockId)
    .where('rev', '=', mark.rev)
    .where('epoch', '=', mark.epoch)
    .where('digest', '=', mark.digest ?? '')
    .executeTakeFirst()
  return row !== undefined
}

const currentAndHeld = sql`
  from locks l join current_sets c using (lock_id)
  left join lock_states s on s.site = c.site and s.lock_id = c.lock_id`
const unconfirmed = sql`${currentAndHeld}
  where (s.held_epoch, s.held_rev, s.held_digest) is distinct from (c.epoch, c.rev, c.digest)`
const untold = sql`${currentAndHeld}
  where (l.introduce or (s.held_epoch, s.held_rev, s.held_digest) is distinct from (c.epoch, c.rev, c.digest))`

/** `refusal`: what the gateway said of the set last. `introduce`: it has not heard of what hangs at the door now. */
export type Claim = Device & {
  readonly lockId: string
  readonly site: string
  readonly refusal: string | null
  readonly introduce: boolean
}

/** Picks locks whose gateway has not confirmed their set, and puts off the next sending; each is picked by one publisher. */
export async function claimUnconfirmed(db: Kysely<Tables>): Promise<readonly Claim[]> {
  const { rows } = await sql<Claim>`
    with due as materialized (
      select l.lock_id, s.gateway_refusal ${untold} and (l.send_after is null or l.send_after <= clock_timestamp())
      order by l.send_after nulls first, l.lock_id limit ${CLAIMS_MAX} for update of l skip locked)
    update locks set sends = sends + 1,
      send_after = clock_timestamp() + least(${RESEND_S.first} * 2 ^ least(sends, ${RESEND_S.doublings}), ${RESEND_S.most}) * interval '1 second'
    from due where locks.lock_id = due.lock_id
    returning locks.lock_id as "lockId", venue_id as site, due.gateway_refusal as refusal, introduce, device, serial,
      former_until as "formerUntil", hangs`.execute(db)
  return rows
}

/** Whether a set waits for its gateway and was neither refused nor tried in vain for long. */
export async function isSendingFresh(db: Kysely<Tables>, sendsMax: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 ${unconfirmed} and s.gateway_refusal is null and l.sends <= ${sendsMax} limit 1`.execute(
      db,
    )
  return rows.length > 0
}

/** After a reconnect nothing is known of the gateways' disks; their retained words come first, what stays unconfirmed is sent again. */
export async function forgetHeld(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('lock_states').set({ held_epoch: null, held_rev: null, held_digest: null }).execute()
  await sql`
    update locks set sends = 0, send_after = clock_timestamp() + interval '1 second'
    where sends > 0 or send_after is not null`.execute(db)
}

/** The whole document of a lock, read in one statement so that it is of one moment. */
export async function findDesired(db: Kysely<Tables>, lockId: string): Promise<Desired | undefined> {
  const rows = await db
    .selectFrom('current_sets as s')
    .leftJoin('codes as c', join =>
      join.onRef('c.lock_id', '=', 's.lock_id').on('c.rev_in', 'is not', null).on('c.rev_out', 'is', null),
    )
    .select(['s.rev', 's.epoch', 's.revised_at as revisedAt'])
    .select([
      'c.code_id as codeId',
      'c.kind',
      'c.from_at as from',
      'c.to_at as to',
      'c.length',
      'c.hash',
      'c.sealed',
    ])
    .where('s.lock_id', '=', lockId)
    .orderBy('c.from_at')
    .orderBy('c.code_id')
    .execute()
  const [set] = rows
  return (
    set &&
    desiredDocument(
      set,
      rows.flatMap(({ codeId, kind, from, to, length, hash, sealed }) =>
        codeId && kind && from && to && length && hash && sealed
          ? [{ codeId, kind, from, to, length, hash, sealed }]
          : [],
      ),
    )
  )
}
