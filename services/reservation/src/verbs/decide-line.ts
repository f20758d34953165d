import { emitAll } from '@asaichi/bus/emit.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { reservationRequested, staffActed } from '@asaichi/contract/reservation/reservation.ts'
import { atOnce } from '@asaichi/store/at-once.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { type DueWork, scheduleAll } from '@asaichi/store/due-work.ts'
import { type Answer, refusalOf } from '../desk/answer.ts'
import type { Attempt } from '../domain/attempt.ts'
import {
  acceptedOf,
  judgeLine,
  type KeyAnswer,
  keyAnswerOf,
  type LineFacts,
  mayWin,
  type Verdict,
  type Won,
} from '../domain/line.ts'
import { type Day, findOwnTimes, lockPersons } from '../store/days.ts'
import { findOccupied, type Occupancy, occupiedFacts, takeTimes } from '../store/occupancies.ts'
import { insertKeys, insertReceipts, receiptOf, type StoredReceipt } from '../store/receipts.ts'
import {
  findReservations,
  insertReservations,
  type StoredReservation,
  withoutOccupancy,
} from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { factOf, staffActOf } from './change-state.ts'
import { newReservation } from './new-reservation.ts'
import { withBans } from './with-bans.ts'

type Standing = { readonly day: Day; readonly line: LineFacts; readonly attempts: readonly Attempt[] }

/** Judges the presses in their order under the day's lock and writes winners, receipts, keys and facts. The verdicts and answers are in the order of the attempts. */
export async function decideLine(
  tx: Transaction<Tables>,
  { day, line, attempts }: Standing,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly answers: readonly Answer[] }> {
  const { now, policy } = line
  const judged = judgeLine(await lockRivals(tx, { day, line, attempts }), attempts)
  const verdicts = await holdTimes(tx, judged, now)
  await write(tx, { day, now, verdicts, automatic: policy.approval === 'automatic' })
  return { verdicts, answers: await answersOf(tx, verdicts, now) }
}

/** Only who may win is locked, for the quota (G2), own times (G3) and a ban that has just begun (G8): the many who lose need not wait for each other, and leave no row behind. */
async function lockRivals(tx: Transaction<Tables>, { day, line, attempts }: Standing): Promise<LineFacts> {
  const rivals = mayWin(line, attempts).map(attempt => attempt.personId)
  if (rivals.length === 0) return line
  const [found, ownTimes] = await atOnce(tx, lane =>
    Promise.all([
      lockPersons(lane, line.venue.cityId, rivals),
      asksOwnTimes(line.policy) ? findOwnTimes(lane, rivals, day.date) : line.ownTimes,
    ]),
  )
  const locked = await withBans(tx, line, { persons: found, now: line.now })
  return { ...line, persons: new Map([...line.persons, ...locked]), ownTimes }
}

/** G3, and hours of a day (G2). */
function asksOwnTimes({ overlapAllowed, quota }: CityPolicy): boolean {
  return overlapAllowed !== true || quota.hoursADay !== undefined
}

/** Takes the winners' times. Where the constraint knows of an occupancy the locked day did not show, the constraint is right. */
async function holdTimes(
  tx: Transaction<Tables>,
  verdicts: readonly Verdict[],
  now: string,
): Promise<readonly Verdict[]> {
  const held = await takeTimes(tx, occupanciesOf(acceptedOf(verdicts), now))
  return Promise.all(
    verdicts.map(async verdict => {
      if (verdict.status !== 'accepted' || held.has(verdict.attempt.ids.occupancyId)) return verdict
      const found = await findOccupied(tx, verdict.booking)
      const blocker = { kind: found?.kind ?? 'reservation', since: found?.since ?? now }
      return {
        status: 'refused',
        attempt: verdict.attempt,
        turn: verdict.turn,
        reason: { code: 'taken', detail: { blocker } },
      }
    }),
  )
}

function occupanciesOf(winners: readonly Won[], since: string): readonly Occupancy[] {
  return winners.map(({ attempt, bookable, booking: { spaceIds, startsAt, endsAt } }) => ({
    occupancyId: attempt.ids.occupancyId,
    venueId: bookable.venue.venueId,
    spaceIds,
    startsAt,
    endsAt,
    kind: 'reservation',
    since,
  }))
}

async function write(
  tx: Transaction<Tables>,
  batch: {
    readonly day: Day
    readonly now: string
    readonly verdicts: readonly Verdict[]
    readonly automatic: boolean
  },
): Promise<void> {
  const { day, now, verdicts, automatic } = batch
  const winners = acceptedOf(verdicts)
  const reservations = winners.map(winner => newReservation(winner, now))
  const traces = new Map(winners.map(({ attempt: { ids, trace } }) => [ids.reservationId, trace]))
  await atOnce(tx, lane =>
    Promise.all([
      insertReservations(lane, reservations),
      insertReceipts(
        lane,
        verdicts.flatMap(verdict => receiptsOf(verdict, { day, now })),
      ),
      insertKeys(
        lane,
        winners.map(winner => ({
          personId: winner.attempt.personId,
          key: winner.attempt.key,
          bodyHash: winner.attempt.bodyHash,
          answer: keyAnswerOf(winner),
        })),
        now,
      ),
      emitAll(lane, [
        ...occupiedFacts(occupanciesOf(winners, now)),
        ...reservations.flatMap(each => factsOf(each, traces.get(each.reservationId))),
      ]),
      scheduleAll(
        lane,
        reservations.flatMap(reservation =>
          duesOf(reservation, { automatic, trace: traces.get(reservation.reservationId) }),
        ),
      ),
    ]),
  )
}

/** Of a press that was decided; the others left one when they were, or say nothing that anybody could ask for. */
function receiptsOf(
  verdict: Verdict,
  { day, now }: { readonly day: Day; readonly now: string },
): readonly StoredReceipt[] {
  if (verdict.status !== 'accepted' && verdict.status !== 'refused') return []
  const reason = verdict.status === 'refused' ? verdict.reason : undefined
  return [receiptOf(verdict.attempt, day, { turn: verdict.turn, decidedAt: now, reason })]
}

/** M25: an application nobody answers expires at the start of use; G12: some cities let the system answer at once. */
function duesOf(
  { reservationId: key, startsAt, requestedAt }: StoredReservation,
  { automatic, trace }: { readonly automatic: boolean; readonly trace: string | undefined },
): readonly DueWork[] {
  return [
    { kind: 'expire-reservation', key, dueAt: startsAt },
    ...(automatic ? [{ kind: 'approve-reservation', key, dueAt: requestedAt, trace }] : []),
  ]
}

function factsOf(reservation: StoredReservation, trace: string | undefined) {
  const { bookedByPerson } = reservation
  const requested = { ...factOf(reservation), event: reservationRequested, trace }
  if (bookedByPerson === null) return [requested]
  const act = staffActOf(reservation, { act: 'book-for', staffId: bookedByPerson })
  return [requested, { ...requested, event: staffActed, data: act }]
}

async function answersOf(
  tx: Transaction<Tables>,
  verdicts: readonly Verdict[],
  now: string,
): Promise<readonly Answer[]> {
  const repeated = await findReservations(
    tx,
    verdicts.flatMap(verdict => (verdict.status === 'repeated' ? [verdict.answer.reservationId] : [])),
  )
  return verdicts.map(verdict => {
    switch (verdict.status) {
      case 'accepted':
        return accepted(newReservation(verdict, now), keyAnswerOf(verdict))
      case 'refused':
        return refusalOf(verdict.reason, {
          receiptId: verdict.attempt.ids.receiptId,
          turn: verdict.turn,
        })
      case 'repeated':
        return repeatedAnswer(repeated, verdict.answer)
      case 'key-used-differently':
      case 'unknown-listing':
        return refuse(verdict.status)
      default:
        return verdict satisfies never
    }
  })
}

function accepted(reservation: StoredReservation, { receiptId, turn }: KeyAnswer): Answer {
  return done({ reservation: withoutOccupancy(reservation), receiptId, place: turn })
}

function repeatedAnswer(reservations: readonly StoredReservation[], answer: KeyAnswer): Answer {
  const reservation = reservations.find(each => each.reservationId === answer.reservationId)
  if (!reservation) throw new Error('a used key points at no reservation')
  return accepted(reservation, answer)
}
