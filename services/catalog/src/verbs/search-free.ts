import { startOfDay } from '@asaichi/calendar/instant.ts'
import { addDays, datesBetween } from '@asaichi/calendar/local-date.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { searchFree as request } from '@asaichi/contract/catalog/free-rooms.ts'
import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { freeOn, refusalOfSearch, suits } from '../domain/free-search.ts'
import { translatedName } from '../domain/translated-name.ts'
import { findCity } from '../store/cities.ts'
import { occupanciesBetween } from '../store/occupancies.ts'
import { openedDates } from '../store/opened-dates.ts'
import { searchVenueDocuments } from '../store/venue-search.ts'

type Wishes = z.output<typeof request.input>
type Found = z.output<typeof request.output>['items'][number]
type Room = { readonly venue: Venue; readonly space: Space }

const MOST_VENUES = 500
const DAYS_AT_A_TIME = 7

/** S6: by date, then venue, then the venue's own order of rooms. */
export async function searchFree({ db }: Context, wishes: Wishes): Promise<OutcomeOf<typeof request>> {
  const refusal = refusalOfSearch(wishes)
  if (refusal) return refusal
  const city = await findCity(db, wishes.cityId)
  if (!city) return refuse('not-found')
  const venues = await searchVenueDocuments(db, wishes, { limit: MOST_VENUES })
  const rooms = venues.flatMap(venue =>
    venue.spaces.filter(space => suits(space, wishes)).map(space => ({ venue, space })),
  )
  const items: Found[] = []
  // A week at a time, so that a narrow limit does not read two months of a whole city.
  for (
    let from = wishes.from;
    from <= wishes.to && items.length <= wishes.limit;
    from = addDays(from, DAYS_AT_A_TIME)
  )
    items.push(...(await freeInWeek(db, { city, rooms, wishes, from })))
  return done({ items: items.slice(0, wishes.limit), more: items.length > wishes.limit })
}

async function freeInWeek(
  db: Context['db'],
  of: {
    readonly city: City
    readonly rooms: readonly Room[]
    readonly wishes: Wishes
    readonly from: string
  },
): Promise<readonly Found[]> {
  const { city, rooms, wishes, from } = of
  const weekEnd = addDays(from, DAYS_AT_A_TIME - 1)
  const to = weekEnd < wishes.to ? weekEnd : wishes.to
  const venues = [...new Set(rooms.map(({ venue }) => venue))]
  const [now, occupancies, drawn] = await Promise.all([
    townNow(db),
    occupanciesBetween(db, venues, { from: startOfDay(from), to: startOfDay(addDays(to, 1)) }),
    openedDates(db, city.cityId, { from, to }),
  ])
  return datesBetween(from, to).flatMap(date =>
    rooms.flatMap(({ venue, space }) => {
      const listingIds = space.listings.map(listing => listing.listingId)
      const free = freeOn({
        venue,
        space,
        date,
        band: wishes.band,
        policy: city.policy,
        occupancies: occupancies.get(space.spaceId) ?? [],
        drawn: drawn.has(date),
        now,
      })
      return free ? [{ date, listingIds, ...namesOf(venue, space), ...free, free: [...free.free] }] : []
    }),
  )
}

function namesOf(venue: Venue, space: Space) {
  return {
    venueId: venue.venueId,
    venueName: venue.name,
    venueTranslations: translatedName(venue.translations),
    spaceId: space.spaceId,
    spaceName: space.name,
    spaceTranslations: space.translations,
  }
}
