import { GRID_MINUTES, isOnGrid } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { withParts } from '@asaichi/calendar/space-parts.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type * as watching from '@asaichi/contract/reservation/watches.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { schedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findVenue } from '../store/copies.ts'
import { lockPersons } from '../store/days.ts'
import type { Tables } from '../store/schema.ts'
import * as store from '../store/watches.ts'

/** Enough for every evening of a month in one room, and few enough that nobody watches the city. */
const MOST_WATCHES = 20

/** G5: to be told once when a time that is taken now can be booked again. */
export async function watchTime(
  { db, listings }: Pick<Context, 'db' | 'listings'>,
  { actor: { personId }, listingId, ...time }: z.output<typeof watching.watchTime.input>,
): Promise<OutcomeOf<typeof watching.watchTime>> {
  const place = await listings.find(listingId)
  if (!place) return refuse('unknown-listing')
  const { date, from, to } = time
  if (!isOnGrid(from) || !isOnGrid(to) || from >= to) return refuse('off-grid', { stepMinutes: GRID_MINUTES })
  const { venue, space } = place
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
    const own = await store.watchesOfPerson(tx, personId)
    const known = own.find(
      each => each.listingId === listingId && each.date === date && each.from === from && each.to === to,
    )
    if (known) return done(known)
    if (own.length >= MOST_WATCHES) return refuse('too-many-watches', { limit: MOST_WATCHES })
    if (!(await store.holdTaken(tx, span))) return refuse('time-is-free')
    const watch = { watchId: newId(), listingId, ...named, ...time, since }
    await store.insertWatch(tx, { ...watch, ...span, personId })
    await schedule(tx, { kind: 'close-watch', key: watch.watchId, dueAt: span.startsAt })
    return done(watch)
  })
}

export async function listWatches(
  db: Kysely<Tables>,
  { actor }: z.output<typeof watching.listWatches.input>,
): Promise<OutcomeOf<typeof watching.listWatches>> {
  return done({ items: [...(await store.watchesOfPerson(db, actor.personId))] })
}

export function endWatch(
  db: Kysely<Tables>,
  { actor: { personId }, watchId }: z.output<typeof watching.endWatch.input>,
): Promise<OutcomeOf<typeof watching.endWatch>> {
  return db.transaction().execute(async tx => {
    if (!(await store.closeWatchOf(tx, { watchId, personId }))) return refuse('not-found')
    return done({})
  })
}

/** At the start of its time a watch is forgotten, told or not. */
export async function closeWatch(tx: Transaction<Tables>, watchId: string): Promise<void> {
  await store.deleteWatch(tx, watchId)
}

/** For notification, which asks when it sends: mail R. */
export async function getWatchMail(
  db: Kysely<Tables>,
  { watchId }: z.output<typeof watching.getWatchMail.input>,
): Promise<OutcomeOf<typeof watching.getWatchMail>> {
  const watch = await store.findWatch(db, watchId)
  const venue = watch && (await findVenue(db, watch.venueId))
  return watch && venue ? done({ ...watch, venueAddress: venue.address }) : refuse('not-found')
}
