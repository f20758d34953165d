import type { Transaction } from '@asaichi/store/database.ts'
import type { KnownDay } from '../domain/known-day.ts'
import { standingOf } from '../domain/points.ts'
import type { Person } from '../store/days.ts'
import { findPointsOfPersons } from '../store/points.ts'
import type { Tables } from '../store/schema.ts'

/** G8: the people with the bans that hold. A city that gives no points asks nothing; under their locks nothing is given meanwhile. */
export async function withBans(
  tx: Transaction<Tables>,
  { policy: { points: rules }, venue }: Pick<KnownDay, 'policy' | 'venue'>,
  { persons, now }: { readonly persons: ReadonlyMap<string, Person>; readonly now: string },
): Promise<ReadonlyMap<string, Person>> {
  if (!rules) return persons
  const points = await findPointsOfPersons(tx, venue.cityId, [...persons.keys()])
  return new Map(
    [...persons].map(([personId, person]) => [
      personId,
      { ...person, bannedUntil: standingOf(points.get(personId) ?? [], rules, now).bannedUntil },
    ]),
  )
}
