import { isTransient } from '@asaichi/bus/transient.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { moveReservation as request } from '@asaichi/contract/reservation/moves.ts'
import type { Application } from '@asaichi/contract/reservation/reservation.ts'
import { retrySoon } from '@asaichi/service/retry-soon.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { busy, refusalOf } from '../desk/answer.ts'
import { attemptOf } from '../desk/attempt-of.ts'
import type { Attempt } from '../domain/attempt.ts'
import { judgeLine, type UsedKey, type Verdict } from '../domain/line.ts'
import { isMovable, withoutBooking } from '../domain/moving.ts'
import { poolPhase } from '../domain/opening-pool.ts'
import { findPolicy } from '../store/copies.ts'
import {
  type Day,
  type DayFacts,
  findOwnTimes,
  findPressing,
  loadDay,
  lockDays,
  lockLine,
  lockPersons,
} from '../store/days.ts'
import { findPool } from '../store/opening-pools.ts'
import { insertReceipts, receiptOf } from '../store/receipts.ts'
import {
  findReservation,
  lockReservation,
  type StoredReservation,
  withoutOccupancy,
} from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { stateChanged } from './change-state.ts'
import { decidePool } from './decide-pool.ts'
import { exchange } from './exchange.ts'
import { withBans } from './with-bans.ts'

type Input = z.output<typeof request.input>
type Answer = OutcomeOf<typeof request>
type Ctx = Pick<Context, 'db' | 'listings' | 'seeds'>

/**
 * M29, M30: another time or room for a booking, in one transaction under the locks of both days, so that it is held at every
 * moment and by one press. Not by way of a desk: a batch has one day. Whoever is in an opening pool has no booking yet and comes
 * first (G6): a move is told to come again after it.
 */
export async function moveReservation({ db, listings, seeds }: Ctx, input: Input): Promise<Answer> {
  const { actor, reservationId, key, application } = input
  const old = await findReservation(db, reservationId)
  if (!old || old.personId !== actor.personId) return refuse('not-found')
  if ((await findPolicy(db, old.cityId))?.moveAllowed !== true) return refuse('move-not-offered')
  const bookable = await listings.find(application.listingId)
  if (bookable?.venue.cityId !== old.cityId) return refuse('unknown-listing')
  const moving = {
    old,
    day: { venueId: bookable.venue.venueId, date: application.date },
    attempt: attemptOf({
      personId: old.personId,
      cityId: old.cityId,
      key: `move ${reservationId} ${key}`,
      application: withOptionsOf(old, application),
    }),
  }
  const move = () => db.transaction().execute(tx => moveIn(tx, moving))
  try {
    const moved = await move()
    if (moved !== 'pool-is-due') return moved
    await db.transaction().execute(tx => decidePool(tx, moving.day, seeds))
    const again = await move()
    return again === 'pool-is-due' ? busy() : again
  } catch (error) {
    // Whether the commit happened is not known; the same key tells (D5).
    if (isTransient(error)) return busy()
    throw error
  }
}

/** G10: what was ordered goes along unless the move says otherwise. */
function withOptionsOf({ options }: StoredReservation, application: Application): Application {
  if (!options || application.options) return application
  return { ...application, options: options.map(({ optionId, count }) => ({ optionId, count })) }
}

type Moving = { readonly old: StoredReservation; readonly day: Day; readonly attempt: Attempt }

async function moveIn(
  tx: Transaction<Tables>,
  { old: seen, day, attempt }: Moving,
): Promise<Answer | 'pool-is-due'> {
  await lockDays(tx, [seen, day])
  const old = await lockReservation(tx, seen.reservationId)
  const facts = await loadDay(tx, day)
  if (!old || !facts) return refuse('unknown-listing')
  const { keys } = await findPressing(tx, day.venueId, [attempt])
  const [used] = keys
  if (used) return repeated(tx, { used, attempt, old })
  const now = await townNow(tx)
  if (!isMovable(old, now)) return stateChanged(old)
  const pool = await findPool(tx, day, old.cityId)
  const phase = poolPhase(pool, { policy: facts.policy, date: day.date, now })
  if (phase.status === 'due') return 'pool-is-due'
  if (phase.status === 'open') {
    const seconds = Math.ceil((Date.parse(phase.closesAt) - Date.parse(now)) / 1_000)
    return refuse('busy', { retryAfterSeconds: seconds - 1 + retrySoon() })
  }
  return judged(tx, { old, day, attempt, facts })
}

async function judged(
  tx: Transaction<Tables>,
  { old, day, attempt, facts }: Moving & { readonly facts: DayFacts },
): Promise<Answer> {
  const { now, numbers } = await lockLine(tx, day, { take: 1, unused: undefined })
  const locked = await lockPersons(tx, old.cityId, [old.personId])
  const persons = await withBans(tx, facts, { persons: locked, now })
  const ownTimes = await findOwnTimes(tx, [old.personId], day.date)
  const policy = { ...facts.policy, purposes: undefined }
  const line = { ...facts, policy, now, firstTurn: numbers.next, persons, ownTimes, keys: [] }
  const [verdict] = judgeLine(withoutBooking(line, old), [attempt])
  if (verdict?.status === 'accepted')
    return done(await exchange(tx, { old, day, won: verdict, policy: facts.policy, now }))
  return verdict?.status === 'refused' ? refused(tx, { day, now, verdict }) : refuse('unknown-listing')
}

/** Nothing but the receipt of the press (V2) is written. */
async function refused(
  tx: Transaction<Tables>,
  of: { readonly day: Day; readonly now: string; readonly verdict: Extract<Verdict, { status: 'refused' }> },
): Promise<Answer> {
  const { attempt, turn, reason } = of.verdict
  await insertReceipts(tx, [receiptOf(attempt, of.day, { turn, decidedAt: of.now, reason })])
  return refusalOf(reason, { receiptId: attempt.ids.receiptId, turn })
}

async function repeated(
  tx: Transaction<Tables>,
  of: { readonly used: UsedKey; readonly attempt: Attempt; readonly old: StoredReservation },
): Promise<Answer> {
  const { used, attempt, old } = of
  if (used.bodyHash !== attempt.bodyHash) return refuse('key-used-differently')
  const reservation = await findReservation(tx, used.answer.reservationId)
  if (!reservation) throw new Error('a used key points at no reservation')
  return done({
    reservation: withoutOccupancy(reservation),
    receiptId: used.answer.receiptId,
    place: used.answer.turn,
    cancelled: withoutOccupancy(old),
    needsApproval: reservation.movedFrom?.keepsApproval !== true,
  })
}
