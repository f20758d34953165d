import { emit } from '@asaichi/bus/emit.ts'
import type { Event } from '@asaichi/contract/define.ts'
import { type invoiceIssued, invoiceOverdue, invoiceReminded } from '@asaichi/contract/reservation/money.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { findBillById, lockBill } from '../store/bills.ts'
import type { BillRow, Tables } from '../store/schema.ts'
import { cancelByCity } from './cancel.ts'
import { lockWithDay } from './change-state.ts'

const UNPAID = '期限までに使用料のお支払いがなかったため'

/** M14: a word some days before the due date, where something is owed. */
export function remindBill(tx: Transaction<Tables>, billId: string): Promise<void> {
  return tellOwner(tx, invoiceReminded, billId)
}

/** M14: a word when the due date is over. */
export function tellOverdue(tx: Transaction<Tables>, billId: string): Promise<void> {
  return tellOwner(tx, invoiceOverdue, billId)
}

async function tellOwner(
  tx: Transaction<Tables>,
  fact: Event<(typeof invoiceIssued)['data']>,
  billId: string,
): Promise<void> {
  const owing = await lockOwing(tx, billId)
  if (!owing) return
  const { invoice_id: invoiceId, reservation_id: reservationId, person_id: personId, city_id: cityId } = owing
  await emit(tx, fact, {
    aggregateId: invoiceId,
    version: 1,
    data: { invoiceId, reservationId, personId, cityId },
  })
}

/** M14: where the city says so, what stays unpaid after the due date is given up. Part paid is paid for staff to look at. */
export async function cancelUnpaid(tx: Transaction<Tables>, billId: string): Promise<void> {
  const owing = await lockOwing(tx, billId)
  if (owing && owing.paid === 0) await cancelByCity(tx, owing.reservation_id, UNPAID)
}

/** The bill of an approved booking that still owes; with the locks of a change, in their order. */
async function lockOwing(tx: Transaction<Tables>, billId: string): Promise<BillRow | undefined> {
  const seen = await findBillById(tx, billId)
  if (!seen) return undefined
  const locked = await lockWithDay(tx, seen.reservation_id)
  if (locked?.reservation.status !== 'approved') return undefined
  const bill = await lockBill(tx, seen.reservation_id)
  return bill && bill.charged > bill.paid ? bill : undefined
}
