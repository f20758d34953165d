import { z } from 'zod'
import { Actor } from '../actor.ts'
import { request, staffOnly } from '../define.ts'
import { CityId, PersonId, VenueId } from '../ids.ts'
import { logOf, logPage } from '../log-page.ts'
import { Instant, LocalDate } from '../time.ts'
import { City } from './city.ts'
import { putVenue, Venue } from './venue.ts'

/** What an admin saw, and found changed by somebody else meanwhile; nothing of either is lost, for nothing was put. */
const versionChanged = { 'version-changed': z.object({ version: z.int() }) }

/** One value of a document: its dotted path, and what stood there before and after as JSON, cut at 200 characters. */
export const FieldChange = z.object({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type FieldChange = z.infer<typeof FieldChange>

const OneUseDate = z.object({
  date: LocalDate,
  lottery: z.object({ opensAt: Instant, closesAt: Instant, drawAt: Instant }).nullable(),
  firstCome: z.object({ opensAt: Instant, closesAt: Instant }),
  stops: z
    .array(z.object({ stoppedFrom: Instant, stoppedUntil: Instant, overDraw: z.boolean() }))
    .describe('G14: what of these windows residents cannot use, and whether the draw lies within'),
})

/** The city's own document with its version, for its admins. */
export const getCitySettings = request('catalog.call.get-city-settings.v1', {
  input: z.object({ actor: Actor, cityId: CityId }),
  output: z.object({ city: City, version: z.int() }),
  refusals: staffOnly,
})

/** Puts the city whole where it is still as `expectedVersion` says. `dryRun` tells the same and puts nothing; `onDate` is what a use date would mean then. */
export const reviseCity = request('catalog.call.revise-city.v1', {
  input: z.object({
    actor: Actor,
    city: City,
    expectedVersion: z.int(),
    dryRun: z.boolean().default(false),
    onDate: LocalDate.optional(),
  }),
  output: z.object({
    version: z.int(),
    changes: z.array(FieldChange),
    onDate: OneUseDate.nullable(),
  }),
  refusals: { ...staffOnly, ...versionChanged },
})

export const getVenueSettings = request('catalog.call.get-venue-settings.v1', {
  input: z.object({ actor: Actor, cityId: CityId, venueId: VenueId }),
  output: z.object({ venue: Venue, version: z.int() }),
  refusals: staffOnly,
})

/** Puts a venue with its rooms, listings, hours, closures and fees; `expectedVersion` null: it must be new. */
export const reviseVenue = request('catalog.call.revise-venue.v1', {
  input: z.object({
    actor: Actor,
    venue: putVenue.input.shape.venue,
    expectedVersion: z.int().nullable(),
    dryRun: z.boolean().default(false),
  }),
  output: z.object({ version: z.int(), changes: z.array(FieldChange) }),
  refusals: { ...staffOnly, ...putVenue.refusals, ...versionChanged },
})

/** Who changed what of a city and its venues, newest first; `by` is null where it came from a file or the machine. */
export const listChanges = request('catalog.call.list-changes.v1', {
  input: z.object({ actor: Actor, cityId: CityId, ...logPage }),
  output: logOf(
    z.object({
      at: Instant,
      by: PersonId.nullable(),
      kind: z.enum(['city', 'venue']),
      id: z.string(),
      version: z.int(),
      changes: z.array(FieldChange),
    }),
  ),
  refusals: staffOnly,
})
