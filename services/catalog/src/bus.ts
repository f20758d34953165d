import { on } from '@asaichi/bus/apply-event.ts'
import * as availability from '@asaichi/contract/catalog/availability.ts'
import * as city from '@asaichi/contract/catalog/city.ts'
import * as cityFile from '@asaichi/contract/catalog/city-file.ts'
import * as favourites from '@asaichi/contract/catalog/favourites.ts'
import * as freeRooms from '@asaichi/contract/catalog/free-rooms.ts'
import * as listings from '@asaichi/contract/catalog/listings.ts'
import * as notices from '@asaichi/contract/catalog/notices.ts'
import * as settings from '@asaichi/contract/catalog/settings.ts'
import * as staff from '@asaichi/contract/catalog/staff.ts'
import * as venue from '@asaichi/contract/catalog/venue.ts'
import * as venueDay from '@asaichi/contract/catalog/venue-day.ts'
import { personWithdrawn } from '@asaichi/contract/identity/own-data.ts'
import { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { dateOpened } from '@asaichi/contract/reservation/reservation.ts'
import type { Context } from './context.ts'
import { deleteFavouritesOf } from './store/favourites.ts'
import { openDate } from './store/opened-dates.ts'
import { addFavourite } from './verbs/add-favourite.ts'
import { applyCity } from './verbs/apply-city.ts'
import { createCity } from './verbs/create-city.ts'
import { getAvailability } from './verbs/get-availability.ts'
import { getBoard } from './verbs/get-board.ts'
import { getCity } from './verbs/get-city.ts'
import { getCitySettings } from './verbs/get-city-settings.ts'
import { getListing } from './verbs/get-listing.ts'
import { getListingDay } from './verbs/get-listing-day.ts'
import { getNotice } from './verbs/get-notice.ts'
import { getSearchTerms } from './verbs/get-search-terms.ts'
import { getVenue } from './verbs/get-venue.ts'
import { getVenueDay } from './verbs/get-venue-day.ts'
import { getVenueSettings } from './verbs/get-venue-settings.ts'
import { occupySpaces, releaseSpaces } from './verbs/keep-occupancy.ts'
import { listChanges } from './verbs/list-changes.ts'
import { listCities } from './verbs/list-cities.ts'
import { listFavourites } from './verbs/list-favourites.ts'
import { listNotices } from './verbs/list-notices.ts'
import { listRoomClosings } from './verbs/list-room-closings.ts'
import { listStaffNotices } from './verbs/list-staff-notices.ts'
import { publishNotice } from './verbs/publish-notice.ts'
import { putCity } from './verbs/put-city.ts'
import { putVenue } from './verbs/put-venue.ts'
import { removeFavourite } from './verbs/remove-favourite.ts'
import { reviseCity } from './verbs/revise-city.ts'
import { reviseNotice } from './verbs/revise-notice.ts'
import { reviseVenue } from './verbs/revise-venue.ts'
import { searchFree } from './verbs/search-free.ts'
import { searchVenues } from './verbs/search-venues.ts'
import { withdrawNotice } from './verbs/withdraw-notice.ts'

/** The edge: one line per question and fact. */
export function attach(context: Context): void {
  const { bus, db } = context
  bus.serve(city.listCities, () => listCities(context))
  bus.serve(city.getCity, input => getCity(context, input))
  bus.serve(cityFile.applyCity, input => applyCity(context, input))
  bus.serve(city.createCity, input => createCity(context, input))
  bus.serve(city.putCity, input => putCity(context, input))

  bus.serve(venue.getVenue, input => getVenue(context, input))
  bus.serve(venue.putVenue, input => putVenue(context, input))
  bus.serve(venue.searchVenues, input => searchVenues(context, input))
  bus.serve(venue.getSearchTerms, input => getSearchTerms(context, input))

  bus.serve(settings.getCitySettings, input => getCitySettings(context, input))
  bus.serve(settings.getVenueSettings, input => getVenueSettings(context, input))
  bus.serve(settings.listChanges, input => listChanges(context, input))
  bus.serve(settings.reviseCity, input => reviseCity(context, input))
  bus.serve(settings.reviseVenue, input => reviseVenue(context, input))

  bus.serve(staff.publishNotice, input => publishNotice(context, input))
  bus.serve(staff.reviseNotice, input => reviseNotice(context, input))
  bus.serve(staff.withdrawNotice, input => withdrawNotice(context, input))
  bus.serve(notices.listNotices, input => listNotices(context, input))
  bus.serve(staff.listStaffNotices, input => listStaffNotices(context, input))
  bus.serve(notices.getNotice, input => getNotice(context, input))

  bus.serve(favourites.listFavourites, input => listFavourites(db, input))
  bus.serve(favourites.addFavourite, input => addFavourite(db, input))
  bus.serve(favourites.removeFavourite, input => removeFavourite(db, input))

  bus.serve(venueDay.getVenueDay, input => getVenueDay(context, input))
  bus.serve(venueDay.listRoomClosings, input => listRoomClosings(db, input))
  bus.serve(venueDay.getBoard, input => getBoard(context, input))

  bus.serve(listings.getListing, input => getListing(context, input))
  bus.serve(listings.getListingDay, input => getListingDay(context, input))

  bus.serve(freeRooms.searchFree, input => searchFree(context, input))
  bus.serve(availability.getAvailability, input => getAvailability(context, input))

  bus.listen('identity', [on(personWithdrawn, (tx, { data }) => deleteFavouritesOf(tx, data.personId))])
  bus.listen('reservation', [
    on(spacesOccupied, occupySpaces),
    on(spaceReleased, releaseSpaces),
    on(dateOpened, (tx, { data }) => openDate(tx, data)),
  ])
}
