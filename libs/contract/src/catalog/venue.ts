import { z } from 'zod'
import { bare, notFound, request, snapshot } from '../define.ts'
import { CityId, ListingId, LockId, OptionId, SpaceId, VenueId } from '../ids.ts'
import { PublicLine, PublicText, WebLink } from '../text.ts'
import { nameTranslations, translations } from '../translations.ts'
import { adminOnly, Writer } from './city.ts'
import { Closure, OpeningHours } from './hours.ts'
import { FacilityFacts } from './open-data.ts'

/** M13, M14: one bookable offer of one space; several listings of a space share its calendar. */
export const Listing = z.object({
  listingId: ListingId,
  name: z.string().max(80),
  use: z.enum(['free', 'paid-event']),
  yenPerStep: z.int().min(0),
  termsText: PublicText.nullable(),
  translations: translations(z.object({ name: z.string().max(80), termsText: PublicText })),
})
export type Listing = z.infer<typeof Listing>

/** A room. `parts` are the spaces it is made of: booking it blocks them, and the other way round. */
export const Space = z.object({
  spaceId: SpaceId,
  name: z.string().max(80),
  capacity: z.int().min(1).max(100_000),
  minMinutes: z.int().min(30).max(1440).multipleOf(30),
  parts: z.array(SpaceId).max(20),
  floor: PublicLine.nullable(),
  areaM2: z.number().positive().nullable(),
  ceilingM: z.number().positive().nullable(),
  equipment: z.array(z.object({ name: z.string().max(60), count: z.int().min(0).nullable() })).max(60),
  purposes: z.array(z.string().max(60)).max(60),
  internet: z.boolean().nullable(),
  /** R3: reached without a step; left out = not known. */
  stepFree: z.boolean().optional(),
  foodRule: PublicLine.nullable(),
  tidyRule: PublicLine.nullable(),
  /** Facts the manuals do not give are invented for the demo and shown as サンプル. */
  sample: z.array(PublicLine).max(40).default([]),
  listings: z.array(Listing).min(1).max(8),
  translations: translations(
    z.object({
      name: z.string().max(80),
      floor: PublicLine,
      foodRule: PublicLine,
      tidyRule: PublicLine,
    }),
  ),
})
export type Space = z.infer<typeof Space>

/** A door with a smart lock. `opens: []` is an entrance that every booking of the venue opens. */
export const Door = z.object({
  lockId: LockId,
  name: z.string().max(40),
  opens: z.array(SpaceId).max(60),
  translations: nameTranslations,
})

/** G10: 付帯設備, what is booked with a room: a projector. The rooms of a venue share what there is of it. */
export const VenueOption = z.object({
  optionId: OptionId,
  name: z.string().min(1).max(60),
  yen: z.int().min(0).max(100_000).describe('of one piece for one booking'),
  stock: z.int().min(0).max(999).describe('how many there are'),
  spaceIds: z.array(SpaceId).max(60).optional().describe('the rooms it can be had in; left out = every room'),
  note: PublicLine.nullable(),
  translations: translations(z.object({ name: z.string().max(60), note: PublicLine })),
})
export type VenueOption = z.infer<typeof VenueOption>

export const Venue = z.object({
  venueId: VenueId,
  cityId: CityId,
  name: z.string().max(80),
  pitch: z.string().max(120),
  text: PublicText,
  address: PublicLine,
  postalCode: PublicLine,
  area: z.string().max(60),
  station: PublicLine.nullable(),
  photo: WebLink.nullable(),
  phone: PublicLine.nullable(),
  feeRule: PublicText,
  hours: OpeningHours,
  closures: z.array(Closure).max(400),
  spaces: z.array(Space).min(1).max(60),
  doors: z.array(Door).max(60),
  options: z.array(VenueOption).max(20).optional(),
  sample: z.array(PublicLine).max(40).default([]),
  translations: translations(
    z.object({
      name: z.string().max(80),
      pitch: z.string().max(120),
      text: PublicText,
      address: PublicLine,
      station: PublicLine,
      feeRule: PublicText,
    }),
  ),
  /** For the city's open data (docs/open-data.md). */
  facts: FacilityFacts.optional(),
})
export type Venue = z.infer<typeof Venue>

export const putVenue = request('catalog.call.put-venue.v1', {
  input: z.object({ actor: Writer, venue: Venue.refine(fitsAnEvent, 'too large to be told') }),
  output: z.object({ version: z.int() }),
  refusals: {
    ...adminOnly,
    'unknown-city': bare,
    'unknown-part': z.object({ spaceId: SpaceId }),
    'part-of-itself': z.object({ spaceId: SpaceId }),
    'door-to-unknown-space': z.object({ lockId: LockId, spaceId: SpaceId }),
    'option-for-unknown-space': z.object({ optionId: OptionId, spaceId: SpaceId }),
    'id-taken': z.object({ kind: z.enum(['venue', 'space', 'listing', 'lock', 'option']), id: z.string() }),
  },
})

/** S4, M10: facilities with their rooms and equipment, by id; `text` is matched literally. One room must have all that is asked of a room. */
export const searchVenues = request('catalog.call.search-venues.v1', {
  input: z.object({
    cityId: CityId,
    text: z.string().max(100).optional(),
    purpose: z.string().max(60).optional(),
    people: z.int().min(1).max(100_000).optional(),
    area: z.string().max(60).optional(),
    equipment: z.string().max(60).optional(),
    stepFree: z.literal(true).optional(),
    after: VenueId.optional(),
    limit: z.int().min(1).max(20).default(20),
  }),
  output: z.object({ items: z.array(Venue), next: VenueId.nullable() }),
  refusals: notFound,
})

export const getVenue = request('catalog.call.get-venue.v1', {
  input: z.object({ venueId: VenueId }),
  output: Venue,
  refusals: notFound,
})

/** The words a search form offers for a city: what some room of it really has. */
export const getSearchTerms = request('catalog.call.get-search-terms.v1', {
  input: z.object({ cityId: CityId }),
  output: z.object({
    purposes: z.array(z.string()),
    areas: z.array(z.string()),
    equipment: z.array(z.string()),
  }),
  refusals: notFound,
})

export const venueChanged = snapshot(
  'catalog.event.venue-changed.v1',
  z.object({ venue: Venue, version: z.int() }),
)

// A listener parks an event above 512 KiB, and one character is at most three bytes.
function fitsAnEvent(document: object): boolean {
  return JSON.stringify(document).length <= 150_000
}
