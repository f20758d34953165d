import { z } from 'zod'
import { Actor, Language } from '../actor.ts'
import { bare, notFound, request, snapshot } from '../define.ts'
import { CityId, ListingId, LockId, SpaceId, VenueId } from '../ids.ts'
import { MailAddress } from '../text.ts'
import { TimeOfDay } from '../time.ts'
import { nameTranslations, translations } from '../translations.ts'
import { Closure, OfficeClosure, OpeningHours } from './hours.ts'

const text = z.string().max(4000)
const words = z.string().max(400)
// A44: a `javascript:` link must not get as far as a page.
const WebLink = z.url({ protocol: /^https?$/ }).max(400)

/** S10, M17, M18, M21: when entries, the draw and first-come happen, relative to the use date. */
export const WindowPolicy = z.object({
  lottery: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z
      .object({
        kind: z.literal('rolling'),
        opensDaysBefore: z.int().min(1).max(400),
        closesDaysBefore: z.int().min(1).max(400),
        drawDaysBefore: z.int().min(1).max(400),
        drawTime: TimeOfDay,
      })
      .refine(
        days => days.opensDaysBefore >= days.closesDaysBefore && days.closesDaysBefore > days.drawDaysBefore,
        'entries open, then close, and only on a later day are drawn',
      ),
    z.object({
      kind: z.literal('monthly'),
      monthsBefore: z.int().min(1).max(12),
      opensDay: z.int().min(1).max(28),
      closesDay: z.int().min(1).max(28),
      drawDay: z.int().min(1).max(28),
      drawTime: TimeOfDay,
    }),
  ]),
  firstCome: z.object({
    opensDaysBefore: z.int().min(0).max(400),
    opensTime: TimeOfDay,
    closesOfficeDaysBefore: z.int().min(0).max(60),
  }),
  closedDays: z.enum(['as-is', 'next-office-day']),
  officeClosures: z
    .array(OfficeClosure)
    .max(5)
    .describe('days the city hall is shut every year, 12-29 to 01-03 for most'),
})
export type WindowPolicy = z.infer<typeof WindowPolicy>

/** Section 4 of the rules: what each city sets for itself. */
export const CityPolicy = z.object({
  loginKinds: z.array(z.enum(['mail', 'member-number'])).min(1),
  windows: WindowPolicy,
  quota: z.object({ liveReservations: z.int().min(0).nullable() }).describe('G2; null = no limit'),
  /** G2, G7: what the lottery allows; null = no limit, no confirming. */
  draw: z
    .object({
      entriesPerMonth: z.int().min(0).nullable(),
      winsPerMonth: z.int().min(0).nullable(),
      winsPerDay: z.int().min(1),
      maxWishes: z.int().min(1).max(10),
      showCounts: z.boolean(),
      confirmDays: z.int().min(1).max(60).nullable(),
    })
    .default({
      entriesPerMonth: 10,
      winsPerMonth: 4,
      winsPerDay: 4,
      maxWishes: 1,
      showCounts: true,
      confirmDays: null,
    }),
  /** G4: 'next-opening' waits for the next opening time of day, and inside `soonDays` for a random moment of the next hour. */
  reopening: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('at-once') }),
    z.object({ kind: z.literal('next-opening'), soonDays: z.int().min(0).max(30) }),
  ]),
  /** G3: whether one person may hold bookings whose times overlap; left out = no. */
  overlapAllowed: z.boolean().optional(),
  /**
   * G6: presses of the first seconds after an opening are ordered by published chance; left out = by arrival. Two at least,
   * because a desk may believe for one what it saw before.
   */
  openingPool: z.object({ seconds: z.int().min(2).max(30) }).optional(),
  /** M29, M30: whether a booking can be moved in one flow; left out = no. */
  moveAllowed: z.boolean().optional(),
  /** G12 */
  approval: z.enum(['staff', 'automatic']),
  doorMinutes: z.object({ before: z.int().min(0).max(720), after: z.int().min(0).max(720) }).describe('G9'),
  codeDigits: z.int().min(4).max(10),
  termsVersion: z.string().max(40),
})
export type CityPolicy = z.infer<typeof CityPolicy>

export const City = z.object({
  cityId: CityId,
  name: z.string().max(60),
  zone: z.literal('Asia/Tokyo'),
  policy: CityPolicy,
  office: z.object({
    name: words,
    address: words,
    phone: words,
    sms: words.nullable(),
    hours: words,
    url: WebLink,
    mail: MailAddress,
    translations: translations(z.object({ name: words, hours: words })),
  }),
  /** S7 */
  links: z
    .array(z.object({ title: words, url: WebLink, translations: translations(z.object({ title: words })) }))
    .max(20),
  termsText: text,
  /** M4 */
  privacyText: text.optional(),
  languages: z.array(Language).min(1).optional(),
  translations: translations(z.object({ name: z.string().max(60), termsText: text, privacyText: text })),
})
export type City = z.infer<typeof City>

/** M13, M14: one bookable offer of one space; several listings of a space share its calendar. */
export const Listing = z.object({
  listingId: ListingId,
  name: z.string().max(80),
  use: z.enum(['free', 'paid-event']),
  yenPerStep: z.int().min(0),
  termsText: text.nullable(),
  translations: nameTranslations,
})
export type Listing = z.infer<typeof Listing>

/** A room. `parts` are the spaces it is made of: booking it blocks them, and the other way round. */
export const Space = z.object({
  spaceId: SpaceId,
  name: z.string().max(80),
  capacity: z.int().min(1).max(100_000),
  minMinutes: z.int().min(30).max(1440).multipleOf(30),
  parts: z.array(SpaceId).max(20),
  floor: words.nullable(),
  areaM2: z.number().positive().nullable(),
  ceilingM: z.number().positive().nullable(),
  equipment: z.array(z.object({ name: z.string().max(60), count: z.int().min(0).nullable() })).max(60),
  purposes: z.array(z.string().max(60)).max(60),
  internet: z.boolean().nullable(),
  /** R3: reached without a step; left out = not known. */
  stepFree: z.boolean().optional(),
  foodRule: words.nullable(),
  tidyRule: words.nullable(),
  /** Facts the manuals do not give are invented for the demo and shown as サンプル. */
  sample: z.array(words).max(40).default([]),
  listings: z.array(Listing).min(1).max(8),
  translations: nameTranslations,
})
export type Space = z.infer<typeof Space>

/** A door with a smart lock. `opens: []` is an entrance that every booking of the venue opens. */
export const Door = z.object({
  lockId: LockId,
  name: z.string().max(40),
  opens: z.array(SpaceId).max(60),
  translations: nameTranslations,
})

export const Venue = z.object({
  venueId: VenueId,
  cityId: CityId,
  name: z.string().max(80),
  pitch: z.string().max(120),
  text,
  address: words,
  postalCode: words,
  area: z.string().max(60),
  station: words.nullable(),
  photo: WebLink.nullable(),
  phone: words.nullable(),
  feeRule: text,
  hours: OpeningHours,
  closures: z.array(Closure).max(400),
  spaces: z.array(Space).min(1).max(60),
  doors: z.array(Door).max(60),
  sample: z.array(words).max(40).default([]),
  translations: translations(z.object({ name: z.string().max(80), pitch: z.string().max(120), text })),
})
export type Venue = z.infer<typeof Venue>

const adminOnly = { 'not-allowed': bare }

export const listCities = request('catalog.call.list-cities.v1', {
  input: z.object({}),
  output: z.object({ items: z.array(City) }),
  refusals: {},
})
export const getCity = request('catalog.call.get-city.v1', {
  input: z.object({ cityId: CityId }),
  output: City,
  refusals: notFound,
})

/** Venues and cities are put whole; the version grows with each change. The demo loader calls with `actor: 'system'`. */
export const Writer = z.union([Actor, z.literal('system')])
export const putCity = request('catalog.call.put-city.v1', {
  input: z.object({ actor: Writer, city: City }),
  output: z.object({ version: z.int() }),
  refusals: adminOnly,
})
export const putVenue = request('catalog.call.put-venue.v1', {
  input: z.object({ actor: Writer, venue: Venue.refine(fitsAnEvent, 'too large to be told') }),
  output: z.object({ version: z.int() }),
  refusals: {
    ...adminOnly,
    'unknown-city': bare,
    'unknown-part': z.object({ spaceId: SpaceId }),
    'part-of-itself': z.object({ spaceId: SpaceId }),
    'door-to-unknown-space': z.object({ lockId: LockId, spaceId: SpaceId }),
    'id-taken': z.object({ kind: z.enum(['venue', 'space', 'listing', 'lock']), id: z.string() }),
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

/** Catalogue facts are public, so these events carry the whole document; listeners keep the newest version. */
export const cityChanged = snapshot(
  'catalog.event.city-changed.v1',
  z.object({ city: City, version: z.int() }),
)
export const venueChanged = snapshot(
  'catalog.event.venue-changed.v1',
  z.object({ venue: Venue, version: z.int() }),
)

// A listener parks an event above 512 KiB, and one character is at most three bytes.
function fitsAnEvent(document: object): boolean {
  return JSON.stringify(document).length <= 150_000
}
