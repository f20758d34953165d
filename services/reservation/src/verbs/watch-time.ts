import { GRID_MINUTES, isOnGrid } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { watchTime as request } from '@asaichi/contract/reservation/watches.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { lockPersons } from '../store/days.ts'
import { holdTaken, insertWatch, watchesOfPerson } from '../store/watches.ts'

/** Enough for every evening of a month in one room, and few enough that nobody watches the city. */
const MOST_WATCHES = 20

/** G5: to be told once when a time that is taken now can be booked again. */
export async function watchTime(
  { db, listings }: Pick<Context, 'db' | 'listings'>,
  { actor: { personId }, listingId, ...time }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const bookable = await listings.find(listingId)
  if (!bookable) return refuse('unknown-listing')
  const { date, from, to } = time
  if (!isOnGrid(from) || !isOnGrid(to) || from >= to) return refuse('off-grid', { stepMinutes: GRID_MINUTES })
  const { venue, space } = bookable
  const span = {
    spaceIds: withParts(venue.spaces, space.spaceId),
    startsAt: instantAt(date, from),
    endsAt: instantAt(date, to),
  }
  const named = { cityId: venue.cityId, venueId: venue.venueId, venueName: venue.name, spaceName: space.name }
  return db.transaction().execute(async tx => {
    const since = await townNow(tx)
    if (span.startsAt <= since) return refuse('already-past')
    await lockPersons(tx, venue.cityId, [personId])
    const own = await watchesOfPerson(tx, personId)
    const known = own.find(
      each => each.listingId === listingId && each.date === date && each.from === from && each.to === to,
    )
    if (known) return done(known)
    if (own.length >= MOST_WATCHES) return refuse('too-many-watches', { limit: MOST_WATCHES })
    if (!(await holdTaken(tx, span))) return refuse('time-is-free')
    const watch = { watchId: newId(), listingId, ...named, ...time, since }
    await insertWatch(tx, { ...watch, ...span, personId })
    await schedule(tx, { kind: 'close-watch', key: watch.watchId, dueAt: span.startsAt })
    return done(watch)
  })
}
