import { GRID_MINUTES, minutesOf } from '@asaichi/calendar/grid.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { placeClosing as request } from '@asaichi/contract/reservation/closings.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { type ClosingSpan, closingSpans, daysOf, MAX_CITY_USE_STEPS } from '../domain/closing-spans.ts'
import { mayBecome } from '../domain/reservation.ts'
import { findClosing, findMet, insertClosing } from '../store/closings.ts'
import { findVenue } from '../store/copies.ts'
import { lockDays } from '../store/days.ts'
import { insertHolds, mostCityUse } from '../store/holds.ts'
import { occupy } from '../store/occupancies.ts'
import { findReservations, type StoredReservation } from '../store/reservations.ts'
import type { Tables } from '../store/schema.ts'
import { askSecondPerson } from './ask-second-person.ts'
import { cancelIn } from './cancel.ts'
import { takeReopening } from './free-time.ts'

const MOST_TOLD = 20

type Input = z.output<typeof request.input>
type Act = Input & { readonly venue: Venue; readonly spans: readonly ClosingSpan[]; readonly now: string }

/** G13, W13m: closes rooms over days, and cancels what staff have looked at; under the locks of all its days, in their one order. */
export async function placeClosing(db: Kysely<Tables>, input: Input): Promise<OutcomeOf<typeof request>> {
  const { actor, plan, actId } = input
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const venue = await findVenue(tx, plan.venueId)
    if (!venue || venue.cityId !== actor.cityId) return refuse('not-found')
    const spans = closingSpans(plan, venue)
    if (!spans.ok) return spans
    await lockDays(
      tx,
      spans.value.map(({ date }) => ({ venueId: plan.venueId, date })),
    )
    const known = await findClosing(tx, actId, plan)
    if (known && (!known.isSame || known.cityId !== actor.cityId)) return refuse('id-used-differently')
    if (known) return done({ actId, spans: known.spans, cancelled: known.cancelled })
    return place(tx, { ...input, venue, spans: spans.value, now: await townNow(tx) })
  })
}

async function place(tx: Transaction<Tables>, act: Act): Promise<OutcomeOf<typeof request>> {
  const { actor, actId, plan, spans, now, cancel } = act
  const met = await findMet(tx, plan.venueId, spans)
  const bookings = await findReservations(
    tx,
    met.flatMap(({ reservationId }) => (reservationId === null ? [] : [reservationId])),
  )
  const movable = new Set(
    bookings.filter(each => mayBecome(each, 'cancelled', now)).map(each => each.reservationId),
  )
  const stuck = met.filter(({ reservationId }) => reservationId === null || !movable.has(reservationId))
  const [first] = stuck
  if (first)
    return refuse('taken', {
      blocker: { kind: first.kind, since: first.since },
      inTheWay: stuck.slice(0, MOST_TOLD),
    })
  const seen = new Set(cancel?.reservationIds)
  const unseen = bookings.filter(({ reservationId }) => !seen.has(reservationId))
  if (unseen.length > 0) return refuse('bookings-in-the-way', { count: unseen.length })
  if (plan.kind === 'city-use' && (await steps(tx, act)) > MAX_CITY_USE_STEPS)
    return refuse('day-cap-reached', { maxSlots: MAX_CITY_USE_STEPS })
  const alone = await askSecondPerson(tx, { actor, plan, now, spans: spans.length, cancels: bookings.length })
  if (!alone.ok) return alone
  await clear(tx, act, bookings)
  await hold(tx, act, alone.value)
  const result = { actId, spans: spans.length, cancelled: bookings.length }
  const made = { plan, cityId: actor.cityId, venueId: plan.venueId, byPerson: actor.personId, at: now }
  await insertClosing(tx, { ...result, ...made })
  return done(result)
}

async function steps(tx: Transaction<Tables>, { plan, spans }: Act): Promise<number> {
  const spaceIds = [...new Set(spans.map(({ spaceId }) => spaceId))]
  const dates = [...new Set(spans.map(({ date }) => date))]
  const wanted = (minutesOf(plan.to) - minutesOf(plan.from)) / GRID_MINUTES
  return wanted + (await mostCityUse(tx, spaceIds, dates))
}

/** Cancels what is met; what a booking held beyond the act reopens by G4, the rest does not reopen at all. */
async function clear(
  tx: Transaction<Tables>,
  { actor, spans, cancel }: { readonly actor: Actor } & Pick<Act, 'spans' | 'cancel'>,
  bookings: readonly StoredReservation[],
): Promise<void> {
  for (const day of daysOf(spans)) {
    for (const { reservationId, date } of bookings) {
      if (date !== day.date) continue
      const outcome = await cancelIn(tx, { actor, reservationId, reason: cancel?.reason }, day)
      if (!outcome.ok) throw new Error('the day is locked and the booking could be cancelled')
    }
    await takeReopening(tx, day, day.date)
  }
}

async function hold(
  tx: Transaction<Tables>,
  { actor, actId, plan, venue, spans, now }: Act,
  allowedBy: string | null,
): Promise<void> {
  const { kind, reason, from, to } = plan
  const made = spans.map(span => ({ ...span, occupancyId: newId() }))
  const held = await occupy(
    tx,
    made.map(({ spaceId: _, date: __, ...span }) => ({ ...span, venueId: venue.venueId, kind, since: now })),
  )
  if (held.size !== made.length) throw new Error('the days are locked and nothing was in the way')
  await insertHolds(
    tx,
    made.map(({ occupancyId, spaceId, date }) => ({ occupancyId, spaceId, kind, reason, date, from, to })),
    { cityId: venue.cityId, venueId: venue.venueId, by: actor.personId, at: now, actId, allowedBy },
  )
}
