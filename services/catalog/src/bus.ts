import { on } from '@asaichi/bus/apply-event.ts'
import { getAvailability } from '@asaichi/contract/availability.ts'
import {
  getCity,
  getSearchTerms,
  getVenue,
  listCities,
  putCity,
  putVenue,
  searchFree,
  searchVenues,
} from '@asaichi/contract/catalog.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { getNotice, listNotices, publishNotice } from '@asaichi/contract/notices.ts'
import { dateOpened, spaceOccupied, spaceReleased } from '@asaichi/contract/reservation.ts'
import type { Context } from './context.ts'
import { allCities, findCity } from './store/cities.ts'
import { findNotice } from './store/notices.ts'
import { openDate } from './store/opened-dates.ts'
import { findSearchTerms } from './store/venue-search.ts'
import { findVenue } from './store/venues.ts'
import { answerAvailability } from './verbs/answer-availability.ts'
import { findFreeRooms } from './verbs/find-free-rooms.ts'
import { findNotices } from './verbs/find-notices.ts'
import { findVenues } from './verbs/find-venues.ts'
import { keepNotice } from './verbs/keep-notice.ts'
import { occupySpaces, releaseSpaces } from './verbs/keep-occupancy.ts'
import { replaceCity } from './verbs/replace-city.ts'
import { replaceVenue } from './verbs/replace-venue.ts'

/** The edge: one line per question and fact. */
export function attach(context: Context): void {
  const { bus, db } = context
  bus.serve(listCities, async () => done({ items: [...(await allCities(db))] }))
  bus.serve(getCity, async ({ cityId }) => found(await findCity(db, cityId)))
  bus.serve(putCity, input => replaceCity(context, input))

  bus.serve(getVenue, async ({ venueId }) => found(await findVenue(db, venueId)))
  bus.serve(putVenue, input => replaceVenue(context, input))
  bus.serve(searchVenues, input => findVenues(context, input))
  bus.serve(getSearchTerms, async ({ cityId }) => found(await findSearchTerms(db, cityId)))

  bus.serve(publishNotice, input => keepNotice(context, input))
  bus.serve(listNotices, input => findNotices(context, input))
  bus.serve(getNotice, async ({ noticeId }) => found(await findNotice(db, noticeId)))

  bus.serve(searchFree, input => findFreeRooms(context, input))
  bus.serve(getAvailability, input => answerAvailability(context, input))

  bus.listen('reservation', [
    on(spaceOccupied, occupySpaces),
    on(spaceReleased, releaseSpaces),
    on(dateOpened, (tx, { data }) => openDate(tx, data)),
  ])
}

function found<V>(value: V | undefined) {
  return value === undefined ? refuse('not-found') : done(value)
}
