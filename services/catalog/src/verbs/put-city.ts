import { emit } from '@asaichi/bus/emit.ts'
import { type City, cityChanged, putCity as request } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayWrite } from '../domain/writer.ts'
import { upsertCity } from '../store/cities.ts'
import type { Tables } from '../store/schema.ts'

/** Puts a city whole; the same document again changes nothing and tells nothing. */
export async function putCity(
  { db }: Context,
  { actor, city }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!mayWrite(actor, city.cityId)) return refuse('not-allowed')
  const { version } = await db.transaction().execute(tx => putCityIn(tx, city))
  return done({ version })
}

/** Writes it and tells of it, where it says anything new. */
export async function putCityIn(
  tx: Transaction<Tables>,
  city: City,
): Promise<{ readonly version: number; readonly changed: boolean }> {
  const { version, changed } = await upsertCity(tx, city)
  if (changed) await emit(tx, cityChanged, { aggregateId: city.cityId, version, data: { city, version } })
  return { version, changed }
}
