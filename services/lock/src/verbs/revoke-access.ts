import { emitAll } from '@asaichi/bus/emit.ts'
import { codesRevoked } from '@asaichi/contract/lock/door-codes.ts'
import type { reservationCancelled } from '@asaichi/contract/reservation/reservation.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule, unschedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { confirmDue } from '../domain/revocation.ts'
import { revokeCodes } from '../store/codes.ts'
import { closeGrant } from '../store/grants.ts'
import { lockLocksOf } from '../store/locks.ts'
import type { Tables } from '../store/schema.ts'
import { reviseSets } from './revise-sets.ts'

type Closed = Pick<
  z.output<typeof reservationCancelled.data>,
  'reservationId' | 'version' | 'personId' | 'cityId' | 'venueId'
>

/** M29, M30: the end of a reservation by cancel, move, refusal or expiry ends its codes, also when it is heard of before the approval. */
export async function revokeAccess(tx: Transaction<Tables>, closed: Closed): Promise<void> {
  const { reservationId, version } = closed
  if (!(await closeGrant(tx, closed))) return
  const locks = await lockLocksOf(tx, reservationId)
  if (locks.length === 0) return
  const now = await townNow(tx)
  const revoked = await revokeCodes(tx, { reservationId }, now)
  await reviseSets(
    tx,
    locks.map(lock => lock.lockId),
  )
  for (const kind of ['code-horizon', 'code-ended', 'destroy-digits'])
    await unschedule(tx, { kind, key: reservationId })
  await schedule(tx, { kind: 'check-revoked', key: reservationId, dueAt: confirmDue(now, locks) })
  await emitAll(
    tx,
    revoked
      .filter(code => code.isGone)
      .map(({ lockId }) => ({
        event: codesRevoked,
        aggregateId: reservationId,
        version,
        data: { reservationId, lockId, confirmed: true },
      })),
  )
}
