import type { CityChange, applyCity as request } from '@asaichi/contract/catalog/city-file.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'
import type { Tables } from '../store/schema.ts'
import { lockVenueWriting, venueIdsOf } from '../store/venues.ts'
import { putCityIn } from './put-city.ts'
import { putVenueIn } from './put-venue.ts'

type Asked = z.output<typeof request.input>
type Applied = OutcomeOf<typeof request>

/** A city and its venues, all or nothing; a dry run does the same and takes it back. */
export async function applyCity({ db }: Context, asked: Asked): Promise<Applied> {
  const tx = await db.startTransaction().execute()
  try {
    const applied = await applyIn(tx, asked)
    await (applied.ok && !asked.dryRun ? tx.commit() : tx.rollback()).execute()
    return applied
  } catch (error) {
    if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute()
    throw error
  }
}

async function applyIn(tx: Transaction<Tables>, { city, venues }: Asked): Promise<Applied> {
  const { cityId } = city
  await lockVenueWriting(tx)
  const known = await venueIdsOf(tx, cityId)
  const isKnown = (await findCity(tx, cityId)) !== undefined
  const { changed } = await putCityIn(tx, city, null)
  const changes: CityChange[] = [{ kind: 'city', id: cityId, change: changeOf({ isKnown, changed }) }]
  for (const { venueId, ...rest } of venues) {
    const put = await putVenueIn(tx, { venueId, ...rest, cityId }, null)
    if (!put.ok) return refuse('venue-refused', { venueId, ...aboutOf(put.refusal) })
    const change = changeOf({ isKnown: known.includes(venueId), changed: put.value.changed })
    changes.push({ kind: 'venue', id: venueId, change })
  }
  const named = new Set(venues.map(({ venueId }) => venueId))
  return done({ changes, notInFile: known.filter(venueId => !named.has(venueId)) })
}

function changeOf({
  isKnown,
  changed,
}: {
  readonly isKnown: boolean
  readonly changed: boolean
}): CityChange['change'] {
  if (!isKnown) return 'new'
  return changed ? 'changed' : 'same'
}

type VenueRefusal = Extract<Awaited<ReturnType<typeof putVenueIn>>, { ok: false }>['refusal']

function aboutOf({ code, detail }: VenueRefusal): {
  readonly code: VenueRefusal['code']
  readonly id: string | null
} {
  const [id] = Object.values<unknown>({ ...detail }).toReversed()
  return { code, id: typeof id === 'string' ? id : null }
}
