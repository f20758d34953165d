import type { addFavourite, listFavourites, removeFavourite } from '@asaichi/contract/catalog/favourites.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { deleteFavourite, favouriteExists, favouritesOf, insertFavourite } from '../store/favourites.ts'
import type { Tables } from '../store/schema.ts'

const MOST_FAVOURITES = 100

/** M28: the own ones; a venue or listing that is gone is left out. */
export async function findFavourites(
  db: Kysely<Tables>,
  { actor }: z.output<typeof listFavourites.input>,
): Promise<OutcomeOf<typeof listFavourites>> {
  return done({ items: [...(await favouritesOf(db, actor.personId))] })
}

export function addOne(
  db: Kysely<Tables>,
  { actor: { personId }, favourite }: z.output<typeof addFavourite.input>,
): Promise<OutcomeOf<typeof addFavourite>> {
  return db.transaction().execute(async tx => {
    if (!(await favouriteExists(tx, favourite))) return refuse('not-found')
    const added = await insertFavourite(tx, { ...favourite, personId }, MOST_FAVOURITES)
    return added ? done({}) : refuse('too-many-favourites', { limit: MOST_FAVOURITES })
  })
}

export async function removeOne(
  db: Kysely<Tables>,
  { actor: { personId }, favourite }: z.output<typeof removeFavourite.input>,
): Promise<OutcomeOf<typeof removeFavourite>> {
  await deleteFavourite(db, { ...favourite, personId })
  return done({})
}
