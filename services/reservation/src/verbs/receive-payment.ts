import type { Call } from '@asaichi/bus/call.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { receivePayment as request } from '@asaichi/contract/reservation/money.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { findPostings, lockBill, post } from '../store/bills.ts'
import { findReservation, type StoredReservation } from '../store/reservations.ts'
import type { BillRow, Tables } from '../store/schema.ts'
import { mayAnswer } from './change-state.ts'
import { wholeBill } from './get-bill.ts'
import { ownAccounts } from './own-accounts.ts'

export type Asking = { readonly db: Kysely<Tables>; readonly call: Call }
export type Payment = z.output<typeof request.input>

/** T10: what came is written down as it came; a press that comes again answers the same, and one who has not seen the last payment is told of it. */
export async function receivePayment(asking: Asking, payment: Payment): Promise<OutcomeOf<typeof request>> {
  return atDesk(asking, payment, (tx, found) => pay(tx, { ...found, payment, kind: 'received' }))
}

/** Whose money it is, and that it is not the staff member's own (A76); then the bill, locked. */
export async function atDesk<O>(
  { db, call }: Asking,
  { actor, reservationId }: Pick<Payment, 'actor' | 'reservationId'>,
  act: (
    tx: Transaction<Tables>,
    found: { readonly bill: BillRow; readonly reservation: StoredReservation },
  ) => Promise<O>,
) {
  if (actor.role === 'resident') return refuse('not-allowed')
  const reservation = await findReservation(db, reservationId)
  if (!reservation || !mayAnswer(actor, reservation)) return refuse('not-found')
  // Asked outside the transaction, so that no lock waits for another service.
  const own = await ownAccounts(call, actor, [reservation.personId])
  if (own.has(reservation.personId)) return refuse('own-booking')
  return db.transaction().execute(async tx => {
    const bill = await lockBill(tx, reservationId)
    return bill ? act(tx, { bill, reservation }) : refuse('not-found')
  })
}

/** A line of money, either way. */
export async function pay(
  tx: Transaction<Tables>,
  {
    bill,
    reservation,
    payment,
    kind,
  }: {
    readonly bill: BillRow
    readonly reservation: StoredReservation
    readonly payment: Payment
    readonly kind: 'received' | 'refunded'
  },
) {
  const { actor, key, means, yen, owedSeen, note = null } = payment
  const paid = kind === 'received' ? yen : -yen
  const used = (await findPostings(tx, bill.bill_id)).find(posting => posting.key === key)
  if (used && (used.paid !== paid || used.means !== means)) return refuse('key-used-differently')
  if (used) return done(await wholeBill(tx, { actor, reservation, bill }))
  const owed = bill.charged - bill.paid
  if (owed !== owedSeen) return refuse('bill-changed', { owed, paid: bill.paid })
  const at = await townNow(tx)
  const next = await post(tx, bill, { kind, paid, means, at, note, key, by_person: actor.personId })
  return done(await wholeBill(tx, { actor, reservation, bill: next }))
}
