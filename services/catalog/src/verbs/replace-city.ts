import { emit } from '@asaichi/bus/emit.ts'
import { cityChanged, putCity } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayWrite } from '../domain/writer.ts'
import { upsertCity } from '../store/cities.ts'

/** Puts a city whole; the same document again changes nothing and tells nothing. */
export async function replaceCity(
  { db }: Context,
  { actor, city }: z.output<typeof putCity.input>,
): Promise<OutcomeOf<typeof putCity>> {
  if (!mayWrite(actor, city.cityId)) return refuse('not-allowed')
  return db.transaction().execute(async tx => {
    const { version, changed } = await upsertCity(tx, city)
    if (changed) await emit(tx, cityChanged, { aggregateId: city.cityId, version, data: { city, version } })
    return done({ version })
  })
}
