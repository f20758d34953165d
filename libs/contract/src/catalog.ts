import { z } from 'zod'
import { Actor } from './actor.ts'
import { bare, event, request, snapshot } from './define.ts'
import { CityId, ListingId, LockId, NoticeId, SpaceId, VenueId } from './ids.ts'
import { line, lines } from './text.ts'
import { Instant, LocalDate, Month, TimeOfDay } from './time.ts'

const text = z.string().max(4000)

const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** S10, M17, M18, M21: when entries, the draw and first-come happen, relative to the use date. */
export const WindowPolicy = z.object({
  lottery: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({
      kind: z.literal('rolling'),
      opensDaysBefore: z.int().min(1).max(400),
      closesDaysBefore: z.int().min(1).max(400),
      drawDaysBefore: z.int().min(1).max(400),
      drawTime: TimeOfDay,
    }),
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
    .array(z.object({ from: MonthDay, to: MonthDay }))
    .describe('days the city hall is shut every year, 12-29 to 01-03 for most'),
})
export type WindowPolicy = z.infer<typeof WindowPolicy>

/** Section 4 of the rules: what each city sets for itself. */
export const CityPolicy = z.object({
  loginKinds: z.array(z.enum(['mail', 'member-number'])).min(1),
  windows: WindowPolicy,
  quota: z.object({ liveReservations: z.int().min(0).nullable() }).describe('G2; null = no limit'),
  /** G4: 'next-opening' waits for the next opening time of day, and inside `soonDays` for a random moment of the next hour. */
  reopening: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('at-once') }),
    z.object({ kind: z.literal('next-opening'), soonDays: z.int().min(0).max(30) }),
  ]),
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
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    sms: z.string().nullable(),
    hours: z.string(),
    url: z.string(),
    mail: z.string(),
  }),
  /** S7 */
  links: z.array(z.object({ title: z.string(), url: z.string() })),
  termsText: text,
})
export type City = z.infer<typeof City>

const DayHours = z.union([z.object({ opens: TimeOfDay, closes: TimeOfDay }), z.literal('closed')])
export const OpeningHours = z.object({
  mon: DayHours,
  tue: DayHours,
  wed: DayHours,
  thu: DayHours,
  fri: DayHours,
  sat: DayHours,
  sun: DayHours,
  holiday: DayHours,
  holidayRule: z.enum(['holiday-wins', 'weekday-wins']),
})
export type OpeningHours = z.infer<typeof OpeningHours>

export const Closure = z.object({ from: LocalDate, to: LocalDate, reason: z.string().max(200) })

/** M13, M14: one bookable offer of one space; several listings of a space share its calendar. */
export const Listing = z.object({
  listingId: ListingId,
  name: z.string().max(80),
  use: z.enum(['free', 'paid-event']),
  yenPerStep: z.int().min(0),
  termsText: text.nullable(),
})
/** A room. `parts` are the spaces it is made of: booking it blocks them, and the other way round. */
export const Space = z.object({
  spaceId: SpaceId,
  name: z.string().max(80),
  capacity: z.int().min(1),
  minMinutes: z.int().min(30).multipleOf(30),
  parts: z.array(SpaceId),
  floor: z.string().nullable(),
  areaM2: z.number().nullable(),
  ceilingM: z.number().nullable(),
  equipment: z.array(z.object({ name: z.string(), count: z.int().nullable() })),
  purposes: z.array(z.string()),
  internet: z.boolean().nullable(),
  foodRule: z.string().nullable(),
  tidyRule: z.string().nullable(),
  /** Facts the manuals do not give are invented for the demo and shown as サンプル. */
  sample: z.array(z.string()).default([]),
  listings: z.array(Listing).min(1),
})
export type Space = z.infer<typeof Space>

/** A door with a smart lock. `opens: []` is an entrance that every booking of the venue opens. */
export const Door = z.object({ lockId: LockId, name: z.string().max(40), opens: z.array(SpaceId) })

export const Venue = z.object({
  venueId: VenueId,
  cityId: CityId,
  name: z.string().max(80),
  pitch: z.string().max(120),
  text,
  address: z.string(),
  postalCode: z.string(),
  area: z.string(),
  station: z.string().nullable(),
  photo: z.string().nullable(),
  phone: z.string().nullable(),
  feeRule: text,
  hours: OpeningHours,
  closures: z.array(Closure),
  spaces: z.array(Space).min(1),
  doors: z.array(Door),
  sample: z.array(z.string()).default([]),
})
export type Venue = z.infer<typeof Venue>

const notFound = { 'not-found': bare }
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
const Writer = z.union([Actor, z.literal('system')])
export const putCity = request('catalog.call.put-city.v1', {
  input: z.object({ actor: Writer, city: City }),
  output: z.object({ version: z.int() }),
  refusals: adminOnly,
})
export const putVenue = request('catalog.call.put-venue.v1', {
  input: z.object({ actor: Writer, venue: Venue }),
  output: z.object({ version: z.int() }),
  refusals: { ...adminOnly, 'unknown-city': bare, 'unknown-part': z.object({ spaceId: SpaceId }) },
})
export const publishNotice = request('catalog.call.publish-notice.v1', {
  input: z.object({
    actor: Writer,
    cityId: CityId,
    venueId: VenueId.nullable(),
    date: LocalDate,
    title: line(120),
    body: lines(4000),
  }),
  output: z.object({ noticeId: NoticeId }),
  refusals: { ...adminOnly, ...notFound },
})

export const Notice = z.object({
  noticeId: NoticeId,
  cityId: CityId,
  venueId: VenueId.nullable(),
  venueName: z.string().nullable(),
  date: LocalDate,
  title: z.string(),
  body: z.string(),
})
/** S2: newest first; on one day the newest id first. `venueId` narrows to one facility. */
export const listNotices = request('catalog.call.list-notices.v1', {
  input: z.object({
    cityId: CityId,
    venueId: VenueId.optional(),
    after: z.string().max(80).optional(),
    limit: z.int().min(1).max(100).default(5),
  }),
  output: z.object({ items: z.array(Notice), next: z.string().nullable() }),
  refusals: notFound,
})
export const getNotice = request('catalog.call.get-notice.v1', {
  input: z.object({ noticeId: NoticeId }),
  output: Notice,
  refusals: notFound,
})

/** S4, M10: facilities with their rooms and equipment. */
export const searchVenues = request('catalog.call.search-venues.v1', {
  input: z.object({
    cityId: CityId,
    text: z.string().max(100).optional(),
    purpose: z.string().max(60).optional(),
    people: z.int().min(1).optional(),
    area: z.string().max(60).optional(),
    equipment: z.string().max(60).optional(),
  }),
  output: z.object({ items: z.array(Venue) }),
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

/** S6: free rooms by purpose, date span (at most 62 days), time band, people, area, equipment. */
export const searchFree = request('catalog.call.search-free.v1', {
  input: z.object({
    cityId: CityId,
    from: LocalDate,
    to: LocalDate,
    band: z.object({ from: TimeOfDay, to: TimeOfDay }),
    purpose: z.string().max(60).optional(),
    people: z.int().min(1).optional(),
    area: z.string().max(60).optional(),
    equipment: z.string().max(60).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(
      z.object({
        date: LocalDate,
        venueId: VenueId,
        venueName: z.string(),
        spaceId: SpaceId,
        spaceName: z.string(),
        listingIds: z.array(ListingId),
        free: z.array(z.object({ from: TimeOfDay, to: TimeOfDay })),
        phase: z.enum(['before', 'lottery', 'drawing', 'first-come', 'closed']),
      }),
    ),
  }),
  refusals: { ...notFound, 'span-too-long': z.object({ maxDays: z.int() }), 'band-not-valid': bare },
})

/**
 * M22: a room-month, the same for everyone. `p`: l lottery, d drawing, f first-come, b before, c closed for booking, - no opening hours.
 * `s`: one letter per 30 minutes from `open`: o free, x taken, h city use or closure, r freed but not yet reopened (G4).
 */
export const Availability = z.object({
  listingId: ListingId,
  month: Month,
  days: z.array(
    z.object({
      d: LocalDate,
      p: z.enum(['l', 'd', 'f', 'b', 'c', '-']),
      open: TimeOfDay.nullable(),
      s: z.string(),
      opensAt: Instant.nullable(),
    }),
  ),
})
export type Availability = z.infer<typeof Availability>
export const getAvailability = request('catalog.call.get-availability.v1', {
  input: z.object({ listingId: ListingId, month: Month }),
  output: z.object({ etag: z.string(), body: z.string().describe('Availability as JSON text, kept ready') }),
  refusals: { ...notFound, 'month-too-far': bare },
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
export const noticePublished = event(
  'catalog.event.notice-published.v1',
  z.object({ noticeId: NoticeId, cityId: CityId, venueId: VenueId.nullable() }),
)
