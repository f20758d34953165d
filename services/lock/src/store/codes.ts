import type { Transaction } from '@asaichi/store/database.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import type { AccessWindow } from '../domain/access-window.ts'
import type { Revision, SetCode } from '../domain/desired-set.ts'
import type { Change, ReportedCode, Told } from '../domain/report.ts'
import type { Tables } from './schema.ts'

export type NewCode = SetCode & { readonly lockId: string }

/**
 * Inserts codes whose value is free on their lock and answers how many were. Two drawings for one lock are kept apart by its row
 * lock; the exclusion constraint stands behind it, and neither ends in an error.
 */
export async function insertCodes(
  tx: Transaction<Tables>,
  reservationId: string | null,
  codes: readonly NewCode[],
): Promise<number> {
  const rows = await tx
    .insertInto('codes')
    .values(codes.map(code => rowOf(reservationId, code)))
    .onConflict(conflict => conflict.doNothing())
    .returning('code_id')
    .execute()
  return rows.length
}

function rowOf(
  reservationId: string | null,
  { codeId, kind, lockId, from, to, length, sealed, hash }: NewCode,
) {
  return {
    code_id: codeId,
    kind,
    reservation_id: reservationId,
    lock_id: lockId,
    from_at: from,
    to_at: to,
    length,
    sealed,
    hash,
    reserved: sql<string>`tstzrange(${from}::timestamptz - interval '24 hours', ${to}::timestamptz + interval '90 days')`,
  }
}

export async function deleteCodes(tx: Transaction<Tables>, codeIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('codes').where('code_id', 'in', codeIds).execute()
}

export type LiveCode = ReportedCode & {
  /** None for an emergency (V13), and for what is in store (V14). */
  readonly booking: { readonly reservationId: string; readonly version: number } | null
  readonly hash: string | null
}

/** The codes of a lock that may still be on it, or come onto it. */
export async function findLiveCodes(tx: Transaction<Tables>, lockId: string): Promise<readonly LiveCode[]> {
  const rows = await tx
    .selectFrom('codes')
    .leftJoin('grants', 'grants.reservation_id', 'codes.reservation_id')
    .select(code)
    .select(told)
    .select([
      'codes.confirmed_at as confirmedAt',
      'codes.hash',
      'grants.reservation_id as reservationId',
      'grants.version',
    ])
    .where('lock_id', '=', lockId)
    .where('gone_at', 'is', null)
    .execute()
  return rows.map(({ reservationId, version, ...row }) => ({
    ...row,
    booking: reservationId === null || version === null ? null : { reservationId, version },
  }))
}

function code(eb: ExpressionBuilder<Tables, 'codes'>) {
  return [
    'codes.code_id as codeId',
    'codes.kind',
    'codes.from_at as from',
    'codes.to_at as to',
    'codes.rev_in as revIn',
    'codes.rev_out as revOut',
    eb('codes.revoked_at', 'is not', null).$castTo<boolean>().as('isRevoked'),
    isSpare(eb).as('isSpare'),
  ] as const
}

/** V14: in store, and nobody's. */
function isSpare(eb: ExpressionBuilder<Tables, 'codes'>) {
  return eb.and([eb('codes.kind', '=', 'backup'), eb('codes.given_at', 'is', null)]).$castTo<boolean>()
}

/** What the lock said of a code last. */
const told = [
  'codes.is_on_lock as isOnLock',
  'codes.result',
  'codes.proof',
  'codes.result_due as dueAt',
] as const

/** Records which codes come and go with a revision; one that comes back begins anew. */
export async function applyRevision(
  tx: Transaction<Tables>,
  rev: number,
  { entering, leaving }: Revision,
): Promise<void> {
  if (entering.length > 0)
    await tx
      .updateTable('codes')
      .set({ rev_in: rev, rev_out: null })
      .where('code_id', 'in', entering)
      .execute()
  if (leaving.length > 0)
    await tx.updateTable('codes').set({ rev_out: rev }).where('code_id', 'in', leaving).execute()
}

/** Records what the lock itself has said of its codes. */
export async function applyReport(
  tx: Transaction<Tables>,
  changes: readonly Change[],
  now: string,
): Promise<void> {
  for (const { codeId, isOnLock, result, proof, dueAt, news } of changes)
    await tx
      .updateTable('codes')
      .set({
        is_on_lock: isOnLock,
        result,
        proof,
        result_due: dueAt,
        ...(news === 'on-lock' && { confirmed_at: now }),
        ...(news === 'gone' && { gone_at: now }),
      })
      .where('code_id', '=', codeId)
      .execute()
}

/** Ends the codes of a reservation, or its one at this lock: the digits are destroyed at once, and those no lock was ever sent are gone with that. */
export async function revokeCodes(
  tx: Transaction<Tables>,
  { reservationId, lockId }: { readonly reservationId: string; readonly lockId?: string },
  now: string,
): Promise<readonly { readonly lockId: string; readonly isGone: boolean }[]> {
  const rows = await tx
    .updateTable('codes')
    .set(ended(now))
    .where('reservation_id', '=', reservationId)
    .$if(lockId !== undefined, query => query.where('lock_id', '=', lockId ?? ''))
    .where('gone_at', 'is', null)
    .returning(['lock_id as lockId', 'gone_at as goneAt'])
    .execute()
  return rows.map(({ lockId, goneAt }) => ({ lockId, isGone: goneAt !== null }))
}

/** V13: ends the numbers for an emergency on these locks. */
export async function revokeEmergencyCodes(
  tx: Transaction<Tables>,
  lockIds: readonly string[],
  now: string,
): Promise<void> {
  if (lockIds.length === 0) return
  await tx
    .updateTable('codes')
    .set(ended(now))
    .where('kind', '=', 'emergency')
    .where('lock_id', 'in', lockIds)
    .where('revoked_at', 'is', null)
    .execute()
}

/** The digits go at once; whether the lock still has them is its own word. */
export function ended(now: string) {
  const isUnsent = sql`not is_on_lock and (rev_in is null or rev_out is not null)`
  return {
    revoked_at: now,
    sealed: null,
    gone_at: sql<string | null>`case when ${isUnsent} then ${now}::timestamptz end`,
  }
}

/** Locks that have not confirmed the end of a revoked code whose time is not over. */
export async function findUnconfirmedRevocations(
  tx: Transaction<Tables>,
  reservationId: string,
  now: string,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('codes')
    .select('lock_id as lockId')
    .where('reservation_id', '=', reservationId)
    .where('revoked_at', 'is not', null)
    .where('gone_at', 'is', null)
    .where('to_at', '>', now)
    .orderBy('lock_id')
    .execute()
  return rows.map(row => row.lockId)
}

/** G9: gives a reservation's codes a narrower window; answers the locks they are on. */
export async function narrowCodes(
  tx: Transaction<Tables>,
  reservationId: string,
  narrow: (window: AccessWindow) => AccessWindow,
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('codes')
    .select(['code_id as codeId', 'lock_id as lockId', 'from_at as from', 'to_at as to'])
    .where('reservation_id', '=', reservationId)
    .where('gone_at', 'is', null)
    .execute()
  const narrower = rows.flatMap(row => {
    const window = narrow(row)
    return window.from === row.from && window.to === row.to ? [] : [{ ...row, ...window }]
  })
  for (const { codeId, from, to } of narrower)
    await tx.updateTable('codes').set({ from_at: from, to_at: to }).where('code_id', '=', codeId).execute()
  return narrower.map(({ lockId }) => lockId)
}

/** V12: what was on the device that hung there is on no lock; codes whose time is over are gone with it, the others begin anew. */
export async function forgetOnLock(tx: Transaction<Tables>, lockId: string, now: string): Promise<void> {
  await tx
    .updateTable('codes')
    .set({
      is_on_lock: false,
      result: null,
      proof: null,
      result_due: null,
      rev_in: null,
      rev_out: null,
      gone_at: sql<
        string | null
      >`case when revoked_at is not null or to_at <= ${now} then ${now}::timestamptz end`,
    })
    .where('lock_id', '=', lockId)
    .where('gone_at', 'is', null)
    .execute()
}

export type DoorCodeRow = AccessWindow &
  Told & {
    readonly lockId: string
    readonly codeId: string
    readonly doorName: string
    readonly epoch: number
    readonly device: number
    readonly sealed: string | null
    readonly revIn: number | null
    readonly revOut: number | null
    readonly kind: SetCode['kind']
    readonly isRevoked: boolean
    readonly isRefused: boolean
    readonly isAway: boolean
  }

/** The codes of a reservation that are in force, those of its rooms before those of the entrances. */
export async function findDoorCodes(
  tx: Transaction<Tables>,
  reservationId: string,
): Promise<readonly DoorCodeRow[]> {
  return tx
    .selectFrom('codes')
    .innerJoin('locks', 'locks.lock_id', 'codes.lock_id')
    .leftJoin('lock_states as s', join =>
      join.onRef('s.lock_id', '=', 'locks.lock_id').onRef('s.site', '=', 'locks.venue_id'),
    )
    .select(code)
    .select(['locks.lock_id as lockId', 'locks.name as doorName', 'locks.epoch', 'locks.device'])
    .select('codes.sealed')
    .select(told)
    .select(eb =>
      eb(eb.fn.coalesce('s.lock_refusal', 's.gateway_refusal'), 'is not', null)
        .$castTo<boolean>()
        .as('isRefused'),
    )
    .select(eb => eb('s.presence', 'is distinct from', 'online').$castTo<boolean>().as('isAway'))
    .where('reservation_id', '=', reservationId)
    .where('revoked_at', 'is', null)
    .orderBy(sql`cardinality(locks.opens) > 0`)
    .orderBy('locks.lock_id')
    .execute()
}
