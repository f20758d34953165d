import type { getVenueSettings as request } from '@asaichi/contract/catalog/settings.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { mayWrite } from '../domain/writer.ts'
import { findVersion } from '../store/venues.ts'

export async function getVenueSettings(
  { db }: Context,
  { actor, ...key }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const found = mayWrite(actor, key.cityId) ? await findVersion(db, key) : undefined
  return found ? done(found) : refuse('not-found')
}
