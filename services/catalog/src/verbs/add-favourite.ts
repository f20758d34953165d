import type { addFavourite as request } from '@asaichi/contract/catalog/favourites.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { favouriteExists, insertFavourite } from '../store/favourites.ts'
import type { Tables } from '../store/schema.ts'

const MOST_FAVOURITES = 100

export function addFavourite(
  db: Kysely<Tables>,
  { actor: { personId }, favourite }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return db.transaction().execute(async tx => {
    if (!(await favouriteExists(tx, favourite))) return refuse('not-found')
    const added = await insertFavourite(tx, { ...favourite, personId }, MOST_FAVOURITES)
    return added ? done({}) : refuse('too-many-favourites', { limit: MOST_FAVOURITES })
  })
}
