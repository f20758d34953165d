import { GRID_MINUTES, isOnGrid, minutesOf } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { holdSpace as request } from '@asaichi/contract/reservation/staff.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { MAX_CITY_USE_STEPS } from '../domain/closing-spans.ts'
import { findVenueOfSpace } from '../store/copies.ts'
import { lockDay } from '../store/days.ts'
import { insertHolds, mostCityUse } from '../store/holds.ts'
import { findInTheWay, occupy } from '../store/occupancies.ts'
import type { Tables } from '../store/schema.ts'
import { askSecondPerson } from './ask-second-person.ts'
import { takeReopening } from './free-time.ts'

/** G13: city use and closures go through the same occupancy table as residents, under the same lock; they never push anybody out. A time that waits to reopen is nobody's yet. */
export function holdSpace(
  db: Kysely<Tables>,
  input: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const { actor, spaceId, kind, reason, date, from, to } = input
  return db.transaction().execute(async tx => {
    if (actor.role === 'resident') return refuse('not-allowed')
    const venue = await findVenueOfSpace(tx, spaceId)
    if (!venue || venue.cityId !== actor.cityId) return refuse('not-found')
    if (!isOnGrid(from) || !isOnGrid(to) || minutesOf(from) >= minutesOf(to))
      return refuse('off-grid', { stepMinutes: GRID_MINUTES })
    const { now } = await lockDay(tx, { venueId: venue.venueId, date })
    const steps = (minutesOf(to) - minutesOf(from)) / GRID_MINUTES
    if (kind === 'city-use' && (await mostCityUse(tx, [spaceId], [date])) + steps > MAX_CITY_USE_STEPS)
      return refuse('day-cap-reached', { maxSlots: MAX_CITY_USE_STEPS })
    const span = {
      spaceIds: withParts(venue.spaces, spaceId),
      startsAt: instantAt(date, from),
      endsAt: instantAt(date, to),
    }
    const inTheWay = await findInTheWay(tx, span)
    const [first] = inTheWay
    if (first) return refuse('taken', { blocker: { kind: first.kind, since: first.since }, inTheWay })
    const plan = { kind, reason, venueId: venue.venueId, spaceIds: [spaceId], from, to }
    const alone = await askSecondPerson(tx, {
      actor,
      plan: { ...plan, first: date, last: date, weekdays: [] },
      spans: 1,
      cancels: 0,
      now,
    })
    if (!alone.ok) return alone
    await takeReopening(tx, span, date)
    const occupancyId = newId()
    const held = await occupy(tx, [{ occupancyId, venueId: venue.venueId, ...span, kind, since: now }])
    if (!held.has(occupancyId)) throw new Error('the day is locked and nothing was in the way')
    const hold = { occupancyId, spaceId, kind, reason, date, from, to }
    await insertHolds(tx, [hold], {
      cityId: venue.cityId,
      venueId: venue.venueId,
      by: actor.personId,
      at: now,
      actId: null,
      allowedBy: alone.value,
    })
    return done(hold)
  })
}
