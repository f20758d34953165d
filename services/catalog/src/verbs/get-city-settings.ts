import type { getCitySettings as request } from '@asaichi/contract/catalog/settings.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayWrite } from '../domain/writer.ts'
import { lockCity } from '../store/cities.ts'

export async function getCitySettings(
  { db }: Context,
  { actor, cityId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!mayWrite(actor, cityId)) return refuse('not-found')
  const found = await db.transaction().execute(tx => lockCity(tx, cityId))
  return found ? done(found) : refuse('not-found')
}
