import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { reduceFee as request } from '@asaichi/contract/reservation/fee.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { type Fee, reduced, reductionOf } from '../domain/fee.ts'
import { isLive } from '../domain/reservation.ts'
import { lockBill } from '../store/bills.ts'
import { saveFee } from '../store/fees.ts'
import { lockReservation, type StoredReservation, withoutOccupancy } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { stateChanged, tellStaffAct } from './change-state.ts'
import { charge, chargeAnew } from './charge.ts'
import { type Asking, findAnswerable } from './find-answerable.ts'

type Asked = z.output<typeof request.input>

/** G10: 減免, by staff other than whose booking it is (A76). What was invoiced is taken back and issued at the new sum. */
export async function reduceFee(asking: Asking, asked: Asked): Promise<OutcomeOf<typeof request>> {
  const { actor, reservationId } = asked
  const answerable = await findAnswerable(asking, actor, reservationId)
  if (!answerable.ok) return answerable
  return asking.db.transaction().execute(async tx => {
    const before = await lockReservation(tx, reservationId)
    if (!before) return refuse('not-found')
    const { percent, reason, expectedVersion } = asked
    if (before.version === expectedVersion + 1 && isSame(before, asked)) return done(withoutOccupancy(before))
    if (before.version !== expectedVersion || !isLive(before.status)) return stateChanged(before)
    const bill = await lockBill(tx, reservationId)
    if (bill && bill.paid > 0) return refuse('paid-already', { paid: bill.paid })
    if (reduced(before, undefined).yen === 0) return refuse('nothing-to-reduce')
    const next = reduced(before, percent === 0 ? undefined : { percent, reason })
    return done(withoutOccupancy(await write(tx, before, { next, staffId: actor.personId })))
  })
}

// The same press again, after an answer that was lost.
function isSame(before: StoredReservation, { percent, reason }: Asked): boolean {
  const now = reductionOf(before)
  return percent === 0 ? now === undefined : now?.percent === percent && now.reason === reason
}

async function write(
  tx: Transaction<Tables>,
  before: StoredReservation,
  { next, staffId }: { readonly next: Fee; readonly staffId: string },
): Promise<StoredReservation> {
  const reservation = await saveFee(tx, before, next)
  const bill = await lockBill(tx, reservation.reservationId)
  if (bill) await chargeAnew(tx, { bill, reservation })
  else if (reservation.status === 'approved') await charge(tx, reservation)
  await tellStaffAct(tx, reservation, { act: 'reduce-fee', staffId })
  return reservation
}
