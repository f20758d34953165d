import { emit } from '@asaichi/bus/emit.ts'
import { cityChanged, type createCity as request } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { usualCity } from '../domain/usual-city.ts'
import { recordChange } from '../store/changes.ts'
import { insertCity } from '../store/cities.ts'

/** A city with usual settings; one that is there stays as it is, whoever presses twice. */
export async function createCity(
  { db }: Context,
  { actor, ...asked }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role !== 'operator') return refuse('not-allowed')
  const city = usualCity(asked)
  const { cityId } = city
  return db.transaction().execute(async tx => {
    if (!(await insertCity(tx, city))) return refuse('id-taken', { kind: 'city', id: cityId })
    await recordChange(tx, {
      cityId,
      kind: 'city',
      id: cityId,
      version: 1,
      by: actor.personId,
      before: undefined,
      after: city,
    })
    await emit(tx, cityChanged, { aggregateId: cityId, version: 1, data: { city, version: 1 } })
    return done(city)
  })
}
