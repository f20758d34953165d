import type { getCity as request } from '@asaichi/contract/catalog/city.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findCity } from '../store/cities.ts'

export async function getCity(
  { db }: Context,
  { cityId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const city = await findCity(db, cityId)
  return city ? done(city) : refuse('not-found')
}
