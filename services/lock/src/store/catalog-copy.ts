import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { DoorMinutes } from '../domain/access-window.ts'
import type { SpaceParts } from '../domain/door-choice.ts'
import type { Tables } from './schema.ts'

export type CodePolicy = { readonly codeDigits: number; readonly doorMinutes: DoorMinutes }

/** Keeps the newest version of a city's rules for codes; answers whether this one was new. */
export async function keepPolicy(tx: Transaction<Tables>, city: City, version: number): Promise<boolean> {
  const row = {
    version,
    code_digits: city.policy.codeDigits,
    minutes_before: city.policy.doorMinutes.before,
    minutes_after: city.policy.doorMinutes.after,
  }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('cities')
    .values({ city_id: city.cityId, ...row })
    .onConflict(conflict => conflict.column('city_id').doUpdateSet(row).where('cities.version', '<', version))
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Keeps the newest version of a venue's city and of what its spaces are made of; answers whether this one was new. */
export async function keepVenueFacts(
  tx: Transaction<Tables>,
  venue: Venue,
  version: number,
): Promise<boolean> {
  const parts: SpaceParts = Object.fromEntries(venue.spaces.map(space => [space.spaceId, space.parts]))
  const row = { version, city_id: venue.cityId, parts: JSON.stringify(parts) }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('venues')
    .values({ venue_id: venue.venueId, ...row })
    .onConflict(conflict =>
      conflict.column('venue_id').doUpdateSet(row).where('venues.version', '<', version),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
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
