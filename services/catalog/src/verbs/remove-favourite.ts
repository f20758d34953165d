import type { removeFavourite as request } from '@asaichi/contract/catalog/favourites.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { deleteFavourite } from '../store/favourites.ts'
import type { Tables } from '../store/schema.ts'

export async function removeFavourite(
  db: Kysely<Tables>,
  { actor: { personId }, favourite }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  await deleteFavourite(db, { ...favourite, personId })
  return done({})
}
