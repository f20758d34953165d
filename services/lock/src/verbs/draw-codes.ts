import { randomInt } from 'node:crypto'
import { emit } from '@asaichi/bus/emit.ts'
import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import type { SecretWork } from '../context.ts'
import { type AccessWindow, lifeOf } from '../domain/access-window.ts'
import { drawDigits } from '../domain/code-draw.ts'
import type { SetCode } from '../domain/desired-set.ts'
import { doorsFor } from '../domain/door-choice.ts'
import { commonDigits } from '../domain/pin-format.ts'
import { holdParts, holdPolicy } from '../store/catalog-copy.ts'
import { deleteCodes, insertCodes, type NewCode } from '../store/codes.ts'
import { lockGrant, setReady } from '../store/grants.ts'
import { findDoors, type Lock, lockLocks } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { reviseSets } from './revise-sets.ts'
import { windowBeside } from './window-beside.ts'

const SHARED_TRIES = 20
const OWN_TRIES = 200

/**
 * M26: draws the code of a waiting grant for all its doors and tells that it is there. Nothing happens while the venue or the city
 * has not arrived: whoever brings them calls again. Rows are taken in the order grant, venue, city, locks by id.
 */
export async function drawCodes(work: SecretWork, reservationId: string): Promise<void> {
  const { tx } = work
  const grant = await lockGrant(tx, reservationId)
  if (grant?.status !== 'waiting') return
  const parts = await holdParts(tx, grant.venueId)
  const policy = await holdPolicy(tx, grant.cityId)
  if (!parts || !policy) return
  const all = await findDoors(tx, grant.venueId)
  const doors = new Set(doorsFor(grant.spaceId, { doors: all, parts }).map(door => door.lockId))
  const held = await lockLocks(
    tx,
    all.map(door => door.lockId),
  )
  const locks = held.filter(lock => doors.has(lock.lockId))
  const { window, touched } = await windowBeside(tx, grant, { doorMinutes: policy.doorMinutes, parts })
  await storeCodes(work, { kind: 'guest', reservationId, locks, window, digits: policy.codeDigits })
  await setReady(tx, reservationId)
  if (locks.length > 0) await scheduleLife(tx, reservationId, window)
  await reviseSets(tx, [...new Set([...doors, ...touched])], touched)
  await emit(tx, codesReady, {
    aggregateId: reservationId,
    version: grant.version,
    data: { reservationId, personId: grant.personId, doors: locks.length },
  })
}

type Drawing = {
  readonly kind: SetCode['kind']
  /** None for an emergency. */
  readonly reservationId: string | null
  readonly locks: readonly Lock[]
  readonly window: AccessWindow
  /** As many as the city wishes. */
  readonly digits: number
}

/** One code for all doors; where the locks have no value in common that is free, one for each. */
export async function storeCodes(work: SecretWork, drawing: Drawing): Promise<void> {
  const { locks } = drawing
  if (locks.length === 0 || (await storeShared(work, drawing, SHARED_TRIES))) return
  for (const lock of locks)
    if (!(await storeShared(work, { ...drawing, locks: [lock] }, OWN_TRIES)))
      throw new Error('a lock has no free code left; its city needs longer ones')
}

async function storeShared(work: SecretWork, drawing: Drawing, tries: number): Promise<boolean> {
  const { reservationId, locks } = drawing
  const wanted = commonDigits(
    drawing.digits,
    locks.map(lock => lock.pin),
  )
  if (!wanted) return false
  for (let tried = 0; tried < tries; tried += 1) {
    const digits = drawDigits(wanted, randomInt)
    const codes = locks.map(lock => sealedFor(work, lock, { ...drawing, digits }))
    const stored = await insertCodes(work.tx, reservationId, codes)
    if (stored === locks.length) return true
    if (stored > 0)
      await deleteCodes(
        work.tx,
        codes.map(code => code.codeId),
      )
  }
  return false
}

function sealedFor(
  { secrets }: SecretWork,
  { lockId, epoch, device }: Lock,
  { digits, kind, window }: Pick<Drawing, 'kind' | 'window'> & { readonly digits: string },
): NewCode {
  const codeId = newId()
  return {
    codeId,
    kind,
    lockId,
    ...window,
    length: digits.length,
    sealed: secrets.seal({ lockId, device, epoch, codeId }, digits),
    hash: secrets.hash({ lockId, device }, digits),
  }
}

export async function scheduleLife(
  tx: Transaction<Tables>,
  reservationId: string,
  window: AccessWindow,
): Promise<void> {
  const life = lifeOf(window)
  await schedule(tx, { kind: 'code-horizon', key: reservationId, dueAt: life.entersHorizonAt })
  await schedule(tx, { kind: 'code-ended', key: reservationId, dueAt: life.endsAt })
  await schedule(tx, { kind: 'destroy-digits', key: reservationId, dueAt: life.destroyedAt })
  await schedule(tx, { kind: 'destroy-hashes', key: reservationId, dueAt: life.forgottenAt })
}
