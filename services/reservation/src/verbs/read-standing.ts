import type { PointStanding } from '@asaichi/contract/reservation/points.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { standingOf } from '../domain/points.ts'
import { findPolicy } from '../store/copies.ts'
import { findPointsOfPersons, type StoredPoint } from '../store/points.ts'
import type { Tables } from '../store/schema.ts'

type Read = { readonly standing: PointStanding; readonly points: readonly StoredPoint[] }

/** G8: somebody's points in a city, the oldest first, and what they add up to; nothing where it gives none. */
export async function readStanding(
  db: Kysely<Tables>,
  { personId, cityId }: { readonly personId: string; readonly cityId: string },
): Promise<Read> {
  const rules = (await findPolicy(db, cityId))?.points
  const points = (await findPointsOfPersons(db, cityId, [personId])).get(personId) ?? []
  if (!rules) return { standing: { rules: null, counted: 0, bannedUntil: null }, points }
  const { counted, bannedUntil } = standingOf(points, rules, await townNow(db))
  return { standing: { rules, counted, bannedUntil: bannedUntil ?? null }, points }
}
