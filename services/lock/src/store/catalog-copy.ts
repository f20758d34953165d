import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { keepNewest } from '@asaichi/store/keep-newest.ts'
import type { DoorMinutes } from '../domain/access-window.ts'
import type { SpaceParts } from '../domain/door-choice.ts'
import type { Tables } from './schema.ts'

export type CodePolicy = { readonly codeDigits: number; readonly doorMinutes: DoorMinutes }

/** What codes need of a city's rules; answers whether this version was new. */
export function keepPolicy(tx: Transaction<Tables>, city: City, version: number): Promise<boolean> {
  const { codeDigits, doorMinutes } = city.policy
  const row = {
    city_id: city.cityId,
    version,
    code_digits: codeDigits,
    minutes_before: doorMinutes.before,
    minutes_after: doorMinutes.after,
  }
  return keepNewest<Tables['cities']>(tx, 'cities', { key: ['city_id'], row })
}

/** A venue's city and what its spaces are made of; answers whether this version was new. */
export function keepVenueFacts(tx: Transaction<Tables>, venue: Venue, version: number): Promise<boolean> {
  const parts: SpaceParts = Object.fromEntries(venue.spaces.map(space => [space.spaceId, space.parts]))
  const row = { venue_id: venue.venueId, city_id: venue.cityId, version, parts: JSON.stringify(parts) }
  return keepNewest<Tables['venues']>(tx, 'venues', { key: ['venue_id'], row })
}

/** The city's rules, or undefined while they have not arrived; either way they stay as they are until the transaction ends. */
export async function holdPolicy(tx: Transaction<Tables>, cityId: string): Promise<CodePolicy | undefined> {
  await tx
    .insertInto('cities')
    .values({ city_id: cityId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('cities')
    .selectAll()
    .where('city_id', '=', cityId)
    .forShare()
    .executeTakeFirstOrThrow()
  const { code_digits: codeDigits, minutes_before: before, minutes_after: after } = row
  if (codeDigits === null || before === null || after === null) return undefined
  return { codeDigits, doorMinutes: { before, after } }
}

/** The parts of a venue's spaces, or undefined while the venue has not arrived; held until the transaction ends. */
export async function holdParts(tx: Transaction<Tables>, venueId: string): Promise<SpaceParts | undefined> {
  await tx
    .insertInto('venues')
    .values({ venue_id: venueId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('venues')
    .select(['version', 'parts'])
    .where('venue_id', '=', venueId)
    .forShare()
    .executeTakeFirstOrThrow()
  return row.version === 0 ? undefined : row.parts
}
