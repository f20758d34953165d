import { localDateOf } from '@asaichi/calendar/instant.ts'
import type { getBoard as request } from '@asaichi/contract/catalog/venue-day.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { openHoursOn } from '../domain/day-slots.ts'
import { roomState } from '../domain/room-board.ts'
import { namesOfVenue } from '../domain/translated-name.ts'
import { openingOf } from '../domain/venue-opening.ts'
import { occupanciesOn } from '../store/occupancies.ts'
import { findVenue } from '../store/venues.ts'

/** K1: the same for everyone who looks at the wall. */
export async function getBoard(
  { db }: Context,
  { venueId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const venue = await findVenue(db, venueId)
  if (!venue) return refuse('not-found')
  const now = await townNow(db)
  const date = localDateOf(now)
  const occupancies = await occupanciesOn(db, venue, date)
  const hours = openHoursOn(venue, date)
  const rooms = venue.spaces.map(({ spaceId, name, translations }) => ({
    spaceId,
    name,
    translations,
    ...roomState(date, { hours, now }, occupancies.get(spaceId) ?? []),
  }))
  return done({ ...namesOfVenue(venue), date, ...openingOf(venue, date), rooms })
}
