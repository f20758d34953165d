import { emitAll, inParts } from '@asaichi/bus/emit.ts'
import { datesBetween } from '@asaichi/calendar/local-date.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import { dateOpened } from '@asaichi/contract/reservation/reservation.ts'
import { winnersPlaced, winnerTurnedAway } from '@asaichi/contract/reservation/winners.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { scheduleAll } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { Bookable } from '../domain/bookable.ts'
import { confirmBy, type Winner, wonTime } from '../domain/placement.ts'
import { findBookables, findClasses, findPolicy, openDate } from '../store/copies.ts'
import { lockDays } from '../store/days.ts'
import { claimDraw, type Draw } from '../store/draws.ts'
import { findBlockers, type Occupancy, occupy } from '../store/occupancies.ts'
import { insertReservations, type StoredReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { pendingReservation } from './new-reservation.ts'

type Placed = {
  readonly winner: Winner
  readonly occupancy: Occupancy
  readonly reservation: StoredReservation
}

// Ten thousand winners in one statement outlast its time limit on a busy machine, and would again at every retry.
const MOST_IN_STATEMENT = 1_000

/**
 * D16: one transaction inserts every winner's time and opens the dates for first-come, so that nobody can be quicker than the
 * draw. The same round again changes nothing; false where there was nothing to do.
 */
export function placeWinners(db: Kysely<Tables>, draw: Draw, winners: readonly Winner[]): Promise<boolean> {
  return db.transaction().execute(async tx => {
    if (!(await claimDraw(tx, draw.roundId))) return false
    const bookables = await findBookables(
      tx,
      winners.map(winner => winner.wish.listingId),
    )
    const known = winners.flatMap(winner => {
      const bookable = bookables.get(winner.wish.listingId)
      return bookable ? [{ winner, bookable }] : []
    })
    await lockDays(
      tx,
      known.map(({ winner, bookable }) => ({ venueId: bookable.venue.venueId, date: winner.wish.date })),
    )
    const policy = await findPolicy(tx, draw.cityId)
    if (!policy) throw new Error('a draw of a city nobody told us of')
    const now = await townNow(tx)
    const classes = await classesOf(tx, policy, { cityId: draw.cityId, winners })
    for (let from = 0; from < known.length; from += MOST_IN_STATEMENT)
      await write(
        tx,
        known
          .slice(from, from + MOST_IN_STATEMENT)
          .map(each => place({ ...each, now, policy, classId: classes.get(each.winner.personId) })),
        policy,
      )
    await openDates(tx, draw)
    return true
  })
}

/** G10: asked only where a class pays another fee. */
async function classesOf(
  tx: Transaction<Tables>,
  { classes }: CityPolicy,
  of: { readonly cityId: string; readonly winners: readonly Winner[] },
): Promise<ReadonlyMap<string, string | null>> {
  if (!classes?.some(each => each.feePercent !== undefined)) return new Map()
  const personIds = of.winners.map(winner => winner.personId)
  return findClasses(tx, of.cityId, personIds)
}

function place({
  winner,
  bookable,
  now,
  policy,
  classId,
}: {
  readonly winner: Winner
  readonly bookable: Bookable
  readonly now: string
  readonly policy: CityPolicy
  readonly classId: string | null | undefined
}): Placed {
  const booking = wonTime(winner, bookable, { policy, classId })
  const { spaceIds, startsAt, endsAt } = booking
  const ids = { reservationId: newId(), occupancyId: newId() }
  const { venueId } = bookable.venue
  return {
    winner,
    occupancy: {
      occupancyId: ids.occupancyId,
      venueId,
      spaceIds,
      startsAt,
      endsAt,
      kind: 'reservation',
      since: now,
    },
    reservation: {
      ...pendingReservation({ ...winner, ...winner.wish }, { ids, bookable, booking, now }),
      ...(winner.purpose && { purpose: winner.purpose }),
      entryId: winner.entryId,
      confirmBy: confirmBy(policy, { at: now, startsAt }),
    },
  }
}

async function write(
  tx: Transaction<Tables>,
  placed: readonly Placed[],
  { approval }: CityPolicy,
): Promise<void> {
  const held = await occupy(
    tx,
    placed.map(each => each.occupancy),
  )
  const kept = placed.filter(each => held.has(each.occupancy.occupancyId))
  await insertReservations(
    tx,
    kept.map(each => each.reservation),
  )
  await emitAll(tx, factsOf(kept))
  await scheduleAll(
    tx,
    kept.flatMap(({ reservation: { reservationId, startsAt, requestedAt, confirmBy: until } }) => [
      { kind: 'expire-reservation', key: reservationId, dueAt: startsAt },
      ...(until === null ? [] : [{ kind: 'lapse-win', key: reservationId, dueAt: until }]),
      // G12; where there is something to confirm, the system answers after that (G7).
      ...(approval === 'automatic' && until === null
        ? [{ kind: 'approve-reservation', key: reservationId, dueAt: requestedAt }]
        : []),
    ]),
  )
  await turnAway(
    tx,
    placed.filter(each => !held.has(each.occupancy.occupancyId)),
  )
}

function factsOf(placed: readonly Placed[]) {
  return inParts(placed).map(part => ({
    event: winnersPlaced,
    aggregateId: part[0].winner.entryId,
    version: 1,
    data: {
      cityId: part[0].reservation.cityId,
      winners: part.map(({ winner: { entryId }, reservation: { reservationId } }) => ({
        entryId,
        reservationId,
      })),
    },
  }))
}

/** A closure or city use entered after the freeze holds the time; each winner is told what. */
async function turnAway(tx: Transaction<Tables>, lost: readonly Placed[]): Promise<void> {
  if (lost.length === 0) return
  const blockers = await findBlockers(
    tx,
    lost.map(each => each.occupancy),
  )
  await emitAll(
    tx,
    lost.map(({ winner: { entryId, personId }, occupancy, reservation: { cityId } }) => {
      const blocker = blockers.get(occupancy.occupancyId) ?? { kind: 'reservation', since: occupancy.since }
      return {
        event: winnerTurnedAway,
        aggregateId: entryId,
        version: 1,
        data: { entryId, personId, cityId, blocker },
      }
    }),
  )
}

async function openDates(tx: Transaction<Tables>, { cityId, dates }: Draw): Promise<void> {
  for (const date of datesBetween(dates.first, dates.last))
    if (await openDate(tx, cityId, date))
      await emitAll(tx, [
        { event: dateOpened, aggregateId: `${cityId}:${date}`, version: 1, data: { cityId, date } },
      ])
}
