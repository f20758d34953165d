import { emit } from '@asaichi/bus/emit.ts'
import { cityChanged, putCity as request } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayWrite } from '../domain/writer.ts'
import { upsertCity } from '../store/cities.ts'

/** Puts a city whole; the same document again changes nothing and tells nothing. */
export async function putCity(
  { db }: Context,
  { actor, city }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!mayWrite(actor, city.cityId)) return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    const { version, changed } = await upsertCity(tx, city)
    if (changed) await emit(tx, cityChanged, { aggregateId: city.cityId, version, data: { city, version } })
    return done({ version })
  })
}
