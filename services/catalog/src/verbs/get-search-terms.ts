import type { getSearchTerms as request } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { findSearchTerms } from '../store/venue-search.ts'

export async function getSearchTerms(
  { db }: Context,
  { cityId }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  const terms = await findSearchTerms(db, cityId)
  return terms ? done(terms) : refuse('not-found')
}
