import { emit } from '@asaichi/bus/emit.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import type { Event } from '@asaichi/contract/define.ts'
import { refuse } from '@asaichi/contract/define.ts'
import { staffActed } from '@asaichi/contract/reservation/reservation.ts'
import type { StaffAct } from '@asaichi/contract/staff-act.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { lockDay } from '../store/days.ts'
import { findReservation, lockReservation, type StoredReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'

export type Locked = { readonly reservation: StoredReservation; readonly now: string }

/** Locks the day and then the reservation, the order of every change; `now` is the database's, after the locks. */
export async function lockWithDay(
  tx: Transaction<Tables>,
  reservationId: string,
): Promise<Locked | undefined> {
  const seen = await findReservation(tx, reservationId)
  if (!seen) return undefined
  const { now } = await lockDay(tx, seen)
  const reservation = await lockReservation(tx, reservationId)
  return reservation && { reservation, now }
}

/** Staff and admins act for their own city; another city's reservation does not exist for them. */
export function mayAnswer(actor: Actor, reservation: StoredReservation): boolean {
  return actor.role !== 'resident' && actor.cityId === reservation.cityId
}

export function stateChanged({ status, version }: StoredReservation) {
  return refuse('state-changed', { status, version })
}

/** What every fact about a reservation carries. */
export function factOf({ reservationId, personId, cityId, venueId, version }: StoredReservation) {
  const data = { reservationId, personId, cityId, venueId, version }
  return { aggregateId: reservationId, version, data }
}

export async function tell(
  tx: Transaction<Tables>,
  event: Event,
  told: { readonly reservation: StoredReservation; readonly more?: object },
): Promise<void> {
  const { data, ...fact } = factOf(told.reservation)
  await emit(tx, event, { ...fact, data: { ...data, ...told.more } })
}

type Did = Pick<StaffAct, 'act' | 'staffId'>

export function staffActOf({ reservationId, personId, cityId }: StoredReservation, did: Did): StaffAct {
  return { ...did, cityId, personId, aboutId: reservationId }
}

/** V4: told after the fact of what was done. */
export async function tellStaffAct(
  tx: Transaction<Tables>,
  reservation: StoredReservation,
  did: Did,
): Promise<void> {
  await emit(tx, staffActed, { ...factOf(reservation), data: staffActOf(reservation, did) })
}
