import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type {
  getMailFacts as mailFactsRequest,
  listMine as mineRequest,
  getReceipt as receiptRequest,
  getReservation as reservationRequest,
} from '@asaichi/contract/reservation/reservation.ts'
import type { listApplications as applicationsRequest } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { rankIn } from '../domain/opening-pool.ts'
import { findVenue } from '../store/copies.ts'
import { findPoolOf } from '../store/opening-pools.ts'
import { findReceipt, findReceiptIdOf } from '../store/receipts.ts'
import {
  findReservation,
  listOfCity,
  listOfPerson,
  nextCursor,
  withoutOccupancy,
} from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { mayAnswer } from './change-state.ts'

type Db = Kysely<Tables>

/** M28 */
export async function listMine(
  db: Db,
  { actor, statuses, after, limit }: z.output<typeof mineRequest.input>,
): Promise<OutcomeOf<typeof mineRequest>> {
  const items = await listOfPerson(db, actor.personId, { statuses, after, limit })
  return done({ items: [...items], next: nextCursor(items, limit) })
}

export async function getReservation(
  db: Db,
  { actor, reservationId }: z.output<typeof reservationRequest.input>,
): Promise<OutcomeOf<typeof reservationRequest>> {
  const reservation = await findReservation(db, reservationId)
  const mayRead = reservation && (reservation.personId === actor.personId || mayAnswer(actor, reservation))
  if (!mayRead) return refuse('not-found')
  return done({ ...withoutOccupancy(reservation), receiptId: await findReceiptIdOf(db, reservation) })
}

export async function listApplications(
  db: Db,
  { actor, ...wanted }: z.output<typeof applicationsRequest.input>,
): Promise<OutcomeOf<typeof applicationsRequest>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const items = await listOfCity(db, actor.cityId, { ...wanted, after: wanted.after })
  return done({ items: [...items], next: nextCursor(items, wanted.limit) })
}

/** V2: its owner's, or, so that the city can answer "why not me", its staff's. */
export async function getReceipt(
  { db, receipts }: Pick<Context, 'db' | 'receipts'>,
  { actor, receiptId }: z.output<typeof receiptRequest.input>,
): Promise<OutcomeOf<typeof receiptRequest>> {
  const receipt = (await findReceipt(db, receiptId)) ?? (await findWaiting({ db, receipts }, receiptId))
  const mayRead =
    receipt &&
    (receipt.personId === actor.personId || (actor.role !== 'resident' && receipt.cityId === actor.cityId))
  if (!mayRead) return refuse('not-found')
  const { personId: _, venueId: __, cityId: ___, ...shown } = receipt
  const pool = await findPoolOf(db, receiptId)
  const rank = pool && rankIn(pool)(receiptId)
  return done({ ...shown, outcome: receipt.reservationId ? 'accepted' : 'refused', rank: rank ?? null })
}

/** A receipt on its way to the table; another replica's is found there a moment later. */
async function findWaiting({ db, receipts }: Pick<Context, 'db' | 'receipts'>, receiptId: string) {
  const receipt = receipts.find(receiptId)
  return receipt && { ...receipt, cityId: (await findVenue(db, receipt.venueId))?.cityId ?? null }
}

/** For notification and lock, which ask at send time. */
export async function getMailFacts(
  db: Db,
  { reservationId }: z.output<typeof mailFactsRequest.input>,
): Promise<OutcomeOf<typeof mailFactsRequest>> {
  const reservation = await findReservation(db, reservationId)
  const venue = reservation && (await findVenue(db, reservation.venueId))
  if (!venue) return refuse('not-found')
  const spaceHasDoor = venue.doors.some(
    door => door.opens.length === 0 || door.opens.includes(reservation.spaceId),
  )
  return done({ ...withoutOccupancy(reservation), venueAddress: venue.address, spaceHasDoor })
}
