import type { listCities as request } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { Context } from '../context.ts'
import { allCities } from '../store/cities.ts'

export async function listCities({ db }: Context): Promise<OutcomeOf<typeof request>> {
  return done({ items: [...(await allCities(db))] })
}
