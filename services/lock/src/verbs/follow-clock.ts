import { emitAll } from '@asaichi/bus/emit.ts'
import { codesRevoked } from '@asaichi/contract/lock/door-codes.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { findUnconfirmedRevocations } from '../store/codes.ts'
import { readGrant } from '../store/grants.ts'
import { lockLocksOf } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { destroyDigits, destroyHashes } from '../store/sealed-codes.ts'
import { reviseSets } from './revise-sets.ts'

/** A code came into the horizon, or its window is over: its locks get what they should have now. */
export async function reviseLocksOf(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const locks = await lockLocksOf(tx, reservationId)
  await reviseSets(
    tx,
    locks.map(lock => lock.lockId),
  )
}

/** A day after its window nobody needs the digits any more; the keyed hash keeps the value from coming back. */
export async function destroyDigitsOf(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  await lockLocksOf(tx, reservationId)
  await destroyDigits(tx, reservationId)
}

export async function destroyHashesOf(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  await lockLocksOf(tx, reservationId)
  await destroyHashes(tx, reservationId, await townNow(tx))
}

/** F21: a lock that has not confirmed a cancel in time may still open; that is told as unconfirmed. */
export async function tellUnconfirmed(tx: Transaction<Tables>, reservationId: string): Promise<void> {
  const grant = await readGrant(tx, reservationId)
  if (!grant) return
  const lockIds = await findUnconfirmedRevocations(tx, reservationId, await townNow(tx))
  await emitAll(
    tx,
    lockIds.map(lockId => ({
      event: codesRevoked,
      aggregateId: reservationId,
      version: grant.version,
      data: { reservationId, lockId, confirmed: false },
    })),
  )
}
