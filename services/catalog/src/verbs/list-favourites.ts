import type { listFavourites as request } from '@asaichi/contract/catalog/favourites.ts'
import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { favouritesOf } from '../store/favourites.ts'
import type { Tables } from '../store/schema.ts'

/** M28: the own ones; a venue or listing that is gone is left out. */
export async function listFavourites(
  db: Kysely<Tables>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return done({ items: [...(await favouritesOf(db, actor.personId))] })
}
