import { on } from '@asaichi/bus/apply-event.ts'
import { getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { getCity, listCities, putCity } from '@asaichi/contract/catalog/city.ts'
import { addFavourite, listFavourites, removeFavourite } from '@asaichi/contract/catalog/favourites.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { getListing, getListingDay } from '@asaichi/contract/catalog/listings.ts'
import * as notices from '@asaichi/contract/catalog/notices.ts'
import * as staff from '@asaichi/contract/catalog/staff.ts'
import { getSearchTerms, getVenue, putVenue, searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { getBoard, getVenueDay } from '@asaichi/contract/catalog/venue-day.ts'
import { done, refuse } from '@asaichi/contract/define.ts'
import { dateOpened, spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/reservation.ts'
import type { Context } from './context.ts'
import { allCities, findCity } from './store/cities.ts'
import { openDate } from './store/opened-dates.ts'
import { findSearchTerms } from './store/venue-search.ts'
import { findVenue } from './store/venues.ts'
import { answerAvailability } from './verbs/answer-availability.ts'
import { changeNotice, hideNotice } from './verbs/change-notice.ts'
import { addOne, findFavourites, removeOne } from './verbs/favourites.ts'
import { findFreeRooms } from './verbs/find-free-rooms.ts'
import { findNotices, findShownNotice, findStaffNotices } from './verbs/find-notices.ts'
import { findVenues } from './verbs/find-venues.ts'
import { keepNotice } from './verbs/keep-notice.ts'
import { occupySpaces, releaseSpaces } from './verbs/keep-occupancy.ts'
import { replaceCity } from './verbs/replace-city.ts'
import { replaceVenue } from './verbs/replace-venue.ts'
import { showListing, showListingDay } from './verbs/show-listing.ts'
import { showBoard, showVenueDay } from './verbs/show-venue-day.ts'

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

  bus.serve(staff.publishNotice, input => keepNotice(context, input))
  bus.serve(staff.reviseNotice, input => changeNotice(context, input))
  bus.serve(staff.withdrawNotice, input => hideNotice(context, input))
  bus.serve(notices.listNotices, input => findNotices(context, input))
  bus.serve(staff.listStaffNotices, input => findStaffNotices(context, input))
  bus.serve(notices.getNotice, input => findShownNotice(context, input))

  bus.serve(listFavourites, input => findFavourites(db, input))
  bus.serve(addFavourite, input => addOne(db, input))
  bus.serve(removeFavourite, input => removeOne(db, input))

  bus.serve(getVenueDay, input => showVenueDay(context, input))
  bus.serve(getBoard, input => showBoard(context, input))

  bus.serve(getListing, input => showListing(context, input))
  bus.serve(getListingDay, input => showListingDay(context, input))

  bus.serve(searchFree, input => findFreeRooms(context, input))
  bus.serve(getAvailability, input => answerAvailability(context, input))

  bus.listen('reservation', [
    on(spacesOccupied, occupySpaces),
    on(spaceReleased, releaseSpaces),
    on(dateOpened, (tx, { data }) => openDate(tx, data)),
  ])
}

function found<V>(value: V | undefined) {
  return value === undefined ? refuse('not-found') : done(value)
}
