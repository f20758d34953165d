import { z } from 'zod'
import { request } from '../define.ts'
import { VenueId } from '../ids.ts'
import { City } from './city.ts'
import { putVenue, Venue } from './venue.ts'

/** A city with its halls, as a file under version control tells it (docs/city-file.md). A venue is of the city it stands under. */
export const CityFile = z.object({
  city: City,
  venues: z.array(Venue.omit({ cityId: true })).max(300),
})
export type CityFile = z.infer<typeof CityFile>

export const CityChange = z.object({
  kind: z.enum(['city', 'venue']),
  id: z.string(),
  change: z.enum(['new', 'changed', 'same']),
})
export type CityChange = z.infer<typeof CityChange>

/**
 * Puts a city and its venues in one transaction: all of it, or nothing where one venue is refused. The same file again changes nothing.
 * `dryRun` tells what it would change. What the file does not name stays as it is and is told in `notInFile`.
 */
export const applyCity = request('catalog.call.apply-city.v1', {
  input: CityFile.extend({ dryRun: z.boolean() }),
  output: z.object({ changes: z.array(CityChange), notInFile: z.array(VenueId) }),
  refusals: {
    'venue-refused': z.object({
      venueId: VenueId,
      code: z.enum(Object.keys(putVenue.refusals) as [keyof typeof putVenue.refusals]),
      /** The space, listing or lock it is about. */
      id: z.string().nullable(),
    }),
  },
})
