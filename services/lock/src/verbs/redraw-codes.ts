import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { z } from 'zod'
import type { SecretWork } from '../context.ts'
import { confirmDue } from '../domain/revocation.ts'
import { holdParts, holdPolicy } from '../store/catalog-copy.ts'
import { revokeCodes } from '../store/codes.ts'
import { countIssue, type Grant, lockGrant, readIssue } from '../store/grants.ts'
import { lockLocksOf } from '../store/locks.ts'
import { scheduleLife, storeCodes } from './draw-codes.ts'
import { reviseSets } from './revise-sets.ts'
import { windowBeside } from './window-beside.ts'

/** A lock that refuses this many draws in a row refuses something else than the digits. */
const SILENT_DRAWS_MAX = 5

export type Redrawn =
  | { readonly status: 'redrawn'; readonly doors: number; readonly issue: number }
  | { readonly status: 'not-ready' | 'over' | 'no-doors' }

/** New digits for all doors of a booking, whose grant this transaction has taken. Rows are taken in the order grant, city, venue, locks by id. */
export async function redrawCodes(
  work: SecretWork,
  grant: Extract<Grant, { readonly status: 'waiting' | 'ready' }>,
): Promise<Redrawn> {
  const { tx } = work
  const { reservationId } = grant
  const policy = grant.status === 'ready' ? await holdPolicy(tx, grant.cityId) : undefined
  const parts = policy && (await holdParts(tx, grant.venueId))
  if (!policy || !parts) return { status: 'not-ready' }
  const locks = await lockLocksOf(tx, reservationId)
  const { window } = await windowBeside(tx, grant, { doorMinutes: policy.doorMinutes, parts })
  const now = await townNow(tx)
  if (window.to <= now) return { status: 'over' }
  if (locks.length === 0) return { status: 'no-doors' }
  await revokeCodes(tx, { reservationId }, now)
  await storeCodes(work, { kind: 'guest', reservationId, locks, window, digits: policy.codeDigits })
  await scheduleLife(tx, reservationId, window)
  await schedule(tx, { kind: 'check-revoked', key: reservationId, dueAt: confirmDue(now, locks) })
  await reviseSets(
    tx,
    locks.map(lock => lock.lockId),
  )
  return { status: 'redrawn', doors: locks.length, issue: await countIssue(tx, reservationId) }
}

const Data = z.object({ reservationId: z.uuid() })

/** Digits that a lock refused are drawn again without a word, as long as nobody has been given them; afterwards it is for staff (T12). */
export async function redrawDue(work: SecretWork, data: unknown): Promise<void> {
  const { reservationId } = Data.parse(data)
  const grant = await lockGrant(work.tx, reservationId)
  if (grant?.status !== 'ready') return
  const { issue, toldAt } = await readIssue(work.tx, reservationId)
  if (toldAt === null && issue <= SILENT_DRAWS_MAX) await redrawCodes(work, grant)
}
