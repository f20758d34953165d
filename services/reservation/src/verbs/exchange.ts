import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { moveReservation } from '@asaichi/contract/reservation/moves.ts'
import { reservationMoved } from '@asaichi/contract/reservation/reservation.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule, unschedule } from '@asaichi/store/due-work.ts'
import type { z } from 'zod'
import { reduced, reductionOf } from '../domain/fee.ts'
import { keyAnswerOf, type Won } from '../domain/line.ts'
import { keepsApproval } from '../domain/moving.ts'
import { moveBill } from '../store/bills.ts'
import type { Day } from '../store/days.ts'
import { occupy } from '../store/occupancies.ts'
import { insertKeys, insertReceipts, receiptOf } from '../store/receipts.ts'
import {
  changeReservation,
  insertReservations,
  type StoredReservation,
  withoutOccupancy,
} from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { confirm } from './approve.ts'
import { tell } from './change-state.ts'
import { freeTime } from './free-time.ts'
import { newReservation } from './new-reservation.ts'

type Exchange = {
  readonly old: StoredReservation
  readonly day: Day
  readonly won: Won
  readonly policy: CityPolicy
  readonly now: string
}

/**
 * M30, D3: gives up the old time and takes the new one, where they overlap too, under the locks of both days. A time that is held
 * after all, by another venue's calendar say, is a fault: the transaction ends, and the old booking with everything of it stays.
 */
export async function exchange(
  tx: Transaction<Tables>,
  { old, day, won, policy, now }: Exchange,
): Promise<z.output<typeof moveReservation.output>> {
  const { attempt, booking, bookable, turn } = won
  await freeTime(tx, old, { now, but: booking })
  const { occupancyId, receiptId } = attempt.ids
  const { venueId } = bookable.venue
  const { spaceIds, startsAt, endsAt } = booking
  const taken = { occupancyId, venueId, spaceIds, startsAt, endsAt, kind: 'reservation', since: now } as const
  const held = await occupy(tx, [taken])
  if (!held.has(occupancyId)) throw new Error('a time that was free under the lock of its day is held')
  const isApproved = keepsApproval(policy, old, won)
  const cancelled = await giveUp(tx, old, attempt.ids.reservationId)
  const pending = {
    ...withReduction(newReservation(won, now), old),
    ...(old.purpose && { purpose: old.purpose }),
    movedFrom: movedFrom(old, isApproved),
  }
  await insertReservations(tx, [pending])
  await moveBill(tx, old.reservationId, pending.reservationId)
  await insertReceipts(tx, [receiptOf(attempt, day, { turn, decidedAt: now, reason: undefined })])
  const { personId, key, bodyHash } = attempt
  await insertKeys(tx, [{ personId, key, bodyHash, answer: keyAnswerOf(won) }], now)
  const { reservationId, version } = cancelled
  await tell(tx, reservationMoved, {
    reservation: pending,
    more: { keepsApproval: isApproved, from: { reservationId, version } },
  })
  const reservation = isApproved ? await confirm(tx, pending, { now }) : await awaitAnswer(tx, pending)
  return {
    reservation: withoutOccupancy(reservation),
    receiptId,
    place: turn,
    cancelled: withoutOccupancy(cancelled),
    needsApproval: !isApproved,
  }
}

/** G10: a reduction goes along, off the fee that the booking has now. */
function withReduction(fresh: StoredReservation, old: StoredReservation): StoredReservation {
  const reduction = reductionOf(old)
  return reduction ? { ...fresh, ...reduced(fresh, reduction) } : fresh
}

const DUE = [
  'expire-reservation',
  'approve-reservation',
  'remind-of-use',
  'finish-reservation',
  'lapse-win',
] as const

async function giveUp(
  tx: Transaction<Tables>,
  old: StoredReservation,
  movedTo: string,
): Promise<StoredReservation> {
  for (const kind of DUE) await unschedule(tx, { kind, key: old.reservationId })
  return changeReservation(tx, old, { status: 'cancelled', cancelled_by: 'resident', moved_to: movedTo })
}

/** M25: unanswered at the start of use it expires. */
async function awaitAnswer(tx: Transaction<Tables>, pending: StoredReservation): Promise<StoredReservation> {
  const { reservationId, startsAt } = pending
  await schedule(tx, { kind: 'expire-reservation', key: reservationId, dueAt: startsAt })
  return pending
}

function movedFrom(old: StoredReservation, isApproved: boolean) {
  const { reservationId, venueName, spaceName, date, from, to } = old
  return { reservationId, venueName, spaceName, date, from, to, keepsApproval: isApproved }
}
