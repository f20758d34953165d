import type { PeopleKind } from '@asaichi/contract/catalog/headcount.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { Listing, Space, Venue, VenueOption } from '@asaichi/contract/catalog/venue.ts'

/** What a room or a listing is called until it is sent: whoever leaves the page and comes back finds it under the same name. */
export const NEW = 'new'

export function freshListing(): Listing {
  return { listingId: `${NEW}-${ownLetters()}`, name: '', use: 'free', yenPerStep: 0, termsText: null }
}

/** Its id is of its venue alone, so letters by chance are enough; nobody reads it. */
export function freshOption(): VenueOption {
  return { optionId: `option-${ownLetters()}`, name: '', yen: 0, stock: 1, note: null }
}

export function freshPurpose(): Purpose {
  return { purposeId: `purpose-${ownLetters()}`, name: '' }
}

export function freshPeopleKind(): PeopleKind {
  return { kindId: `people-${ownLetters()}`, name: '' }
}

export function freshRoom(): Space {
  return {
    spaceId: NEW,
    name: '',
    capacity: 20,
    minMinutes: 60,
    parts: [],
    floor: null,
    areaM2: null,
    ceilingM: null,
    equipment: [],
    purposes: [],
    internet: null,
    foodRule: null,
    tidyRule: null,
    sample: [],
    listings: [{ listingId: NEW, name: '', use: 'free', yenPerStep: 0, termsText: null }],
  }
}

export function freshVenue(cityId: string): Venue {
  const day = { opens: '09:00', closes: '21:00' }
  return {
    venueId: '',
    cityId,
    name: '',
    pitch: '',
    text: '',
    address: '',
    postalCode: '',
    area: '',
    station: null,
    photo: null,
    phone: null,
    feeRule: '',
    hours: {
      mon: day,
      tue: day,
      wed: day,
      thu: day,
      fri: day,
      sat: day,
      sun: day,
      holiday: day,
      holidayRule: 'holiday-wins',
    },
    closures: [],
    spaces: [freshRoom()],
    doors: [],
    sample: [],
  }
}

/** The venue with an id for what is new in it, one that nothing had before; a listing without a name is called as its room. */
export function settled(venue: Venue, letters: string): Venue {
  return { ...venue, spaces: venue.spaces.map(space => settledRoom(space, venue.venueId, letters)) }
}

function settledRoom(space: Space, venueId: string, letters: string): Space {
  const spaceId = space.spaceId === NEW ? `${venueId}-${letters}` : space.spaceId
  const listings = space.listings.map(listing => ({
    ...listing,
    listingId: listing.listingId.startsWith(NEW)
      ? `${spaceId}${listing.listingId.slice(NEW.length)}`
      : listing.listingId,
    name: listing.name === '' ? space.name : listing.name,
  }))
  return { ...space, spaceId, listings }
}

/** Four letters by chance, so that no id comes back that an old booking still has. */
export function ownLetters(): string {
  const numbers = crypto.getRandomValues(new Uint8Array(4))
  return Array.from(numbers, number => LETTERS.charAt(number % LETTERS.length)).join('')
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
