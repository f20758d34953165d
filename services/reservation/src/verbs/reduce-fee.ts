import type { Call } from '@asaichi/bus/call.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { reduceFee as request } from '@asaichi/contract/reservation/fee.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { type Fee, reduced, reductionOf } from '../domain/fee.ts'
import { isLive } from '../domain/reservation.ts'
import { lockBill } from '../store/bills.ts'
import { saveFee } from '../store/fees.ts'
import {
  findReservation,
  lockReservation,
  type StoredReservation,
  withoutOccupancy,
} from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { mayAnswer, stateChanged, tellStaffAct } from './change-state.ts'
import { charge, chargeAnew } from './charge.ts'
import { ownAccounts } from './own-accounts.ts'

type Asking = { readonly db: Kysely<Tables>; readonly call: Call }
type Asked = z.output<typeof request.input>

/** G10: 減免, by staff other than whose booking it is (A76). What was invoiced is taken back and issued at the new sum. */
export async function reduceFee({ db, call }: Asking, asked: Asked): Promise<OutcomeOf<typeof request>> {
  const { actor, reservationId } = asked
  if (actor.role === 'resident') return refuse('not-allowed')
  const seen = await findReservation(db, reservationId)
  if (!seen || !mayAnswer(actor, seen)) return refuse('not-found')
  // Asked outside the transaction, so that no lock waits for another service.
  const own = await ownAccounts(call, actor, [seen.personId])
  if (own.has(seen.personId)) return refuse('own-booking')
  return db.transaction().execute(async tx => {
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
