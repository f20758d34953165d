import { emit } from '@asaichi/bus/emit.ts'
import { type City, cityChanged, putCity as request } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { byOf, mayWrite } from '../domain/writer.ts'
import { recordChange } from '../store/changes.ts'
import { findCity, upsertCity } from '../store/cities.ts'
import type { Tables } from '../store/schema.ts'

/** Puts a city whole; the same document again changes nothing and tells nothing. */
export async function putCity(
  { db }: Context,
  { actor, city }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!mayWrite(actor, city.cityId)) return refuse('not-allowed')
  const { version } = await db.transaction().execute(tx => putCityIn(tx, city, byOf(actor)))
  return done({ version })
}

/** Writes it and tells of it, where it says anything new. */
export async function putCityIn(
  tx: Transaction<Tables>,
  city: City,
  by: string | null,
): Promise<{ readonly version: number; readonly changed: boolean }> {
  const { cityId } = city
  const before = await findCity(tx, cityId)
  const { version, changed } = await upsertCity(tx, city)
  if (changed) {
    await recordChange(tx, { cityId, kind: 'city', id: cityId, version, by, before, after: city })
    await emit(tx, cityChanged, { aggregateId: cityId, version, data: { city, version } })
  }
  return { version, changed }
}
