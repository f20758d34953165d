import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, notFound, request } from '../define.ts'
import { CityId, ListingId, PersonId, VenueId } from '../ids.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { placeNames } from '../translations.ts'

export const WatchId = z.uuid()

/** G5: somebody wants to be told once when a time can be booked again. It ends by being told, by its owner, or at the start of the time. */
export const Watch = z.object({
  watchId: WatchId,
  cityId: CityId,
  venueId: VenueId,
  venueName: z.string(),
  listingId: ListingId,
  spaceName: z.string(),
  date: LocalDate,
  from: TimeOfDay,
  to: TimeOfDay,
  since: Instant,
})
export type Watch = z.infer<typeof Watch>

/** Watching the same time again answers the watch that is there. */
export const watchTime = request('reservation.call.watch-time.v1', {
  input: z.object({
    actor: Actor,
    listingId: ListingId,
    date: LocalDate,
    from: TimeOfDay,
    to: TimeOfDay,
  }),
  output: Watch,
  refusals: {
    'unknown-listing': bare,
    'off-grid': z.object({ stepMinutes: z.int() }),
    'already-past': bare,
    'time-is-free': bare,
    'too-many-watches': z.object({ limit: z.int() }),
  },
})
export const listWatches = request('reservation.call.list-watches.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({ items: z.array(Watch) }),
  refusals: {},
})
/** Ending one that has ended answers the same. */
export const endWatch = request('reservation.call.end-watch.v1', {
  input: z.object({ actor: Actor, watchId: WatchId }),
  output: z.object({}),
  refusals: notFound,
})
/** Claim check of mail R. */
export const getWatchMail = request('reservation.call.get-watch-mail.v1', {
  input: z.object({ watchId: WatchId }),
  output: Watch.extend({ venueAddress: z.string(), placeNames }),
  refusals: notFound,
})

export const watchedTimeFreed = event(
  'reservation.event.watched-time-freed.v1',
  z.object({ watchId: WatchId, personId: PersonId, cityId: CityId, listingId: ListingId }),
)
