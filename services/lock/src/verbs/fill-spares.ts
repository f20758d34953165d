import { SPARE_DIGITS, SPARES_PER_DOOR } from '@asaichi/contract/lock/spare.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { scheduleAll } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { z } from 'zod'
import type { SecretWork } from '../context.ts'
import { reviseStore, spareLife } from '../domain/spare.ts'
import { type Lock, lockLocks } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { findStore, isToHaveSpares, keepsSpares, revokeSpares } from '../store/spares.ts'
import { storeCodes } from './draw-codes.ts'
import { reviseSets } from './revise-sets.ts'

const Data = z.object({ lockId: z.string() })

/** V14: brings the store of doors this transaction has taken to what it should be; every cause ends here, as with the sets. */
export async function fillSpares(work: SecretWork, locks: readonly Lock[]): Promise<void> {
  const { tx } = work
  const now = await townNow(tx)
  for (const lock of locks) {
    const wanted = (await mayHaveSpares(tx, lock)) ? SPARES_PER_DOOR : 0
    const { leaving, missing } = reviseStore(await findStore(tx, [lock.lockId]), { wanted, now })
    await revokeSpares(tx, leaving, now)
    if (missing > 0) await draw(work, lock, { missing, now })
  }
}

/** A keypad that takes fewer digits gets none: what is good for weeks must not be found by guessing. */
async function mayHaveSpares(tx: Transaction<Tables>, { lockId, pin }: Lock): Promise<boolean> {
  return pin.max >= SPARE_DIGITS && (await isToHaveSpares(tx, lockId))
}

async function draw(
  work: SecretWork,
  lock: Lock,
  { missing, now }: { readonly missing: number; readonly now: string },
): Promise<void> {
  const { window, staleAt } = spareLife(now)
  const drawing = {
    kind: 'backup',
    reservationId: null,
    locks: [lock],
    window,
    digits: SPARE_DIGITS,
  } as const
  for (let drawn = 0; drawn < missing; drawn += 1) await storeCodes(work, drawing)
  await scheduleAll(
    work.tx,
    [staleAt, window.to].map(dueAt => dueFill(lock.lockId, { cause: dueAt, dueAt })),
  )
}

/** The cause is part of the key, so that who holds the lock never waits for a row whose work waits for the lock. */
export function dueFill(
  lockId: string,
  { cause, dueAt }: { readonly cause: string; readonly dueAt: string },
) {
  return { kind: 'fill-spares', key: `${lockId}/${cause}`, dueAt, data: { lockId } }
}

/** Leaves the doors of a venue that keeps numbers in store to due work, for who has no digits at hand. */
export async function fillSoon(
  tx: Transaction<Tables>,
  venueId: string,
  { lockIds, cause }: { readonly lockIds: readonly string[]; readonly cause: string },
): Promise<void> {
  if (!(await keepsSpares(tx, venueId))) return
  const dueAt = await townNow(tx)
  await scheduleAll(
    tx,
    lockIds.map(lockId => dueFill(lockId, { cause, dueAt })),
  )
}

export async function fillDue(work: SecretWork, data: unknown): Promise<void> {
  const { lockId } = Data.parse(data)
  await fillSpares(work, await lockLocks(work.tx, [lockId]))
  await reviseSets(work.tx, [lockId])
}
