import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, request } from '../define.ts'
import { CityId, ListingId, VenueId } from '../ids.ts'
import { nameTranslations } from '../translations.ts'

/** M28: a venue, or one room's listing, that a person wants at hand. */
export const FavouriteRef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('venue'), id: VenueId }),
  z.object({ kind: z.literal('listing'), id: ListingId }),
])
export type FavouriteRef = z.infer<typeof FavouriteRef>

export const listFavourites = request('catalog.call.list-favourites.v1', {
  input: z.object({ actor: Actor }),
  output: z.object({
    items: z.array(
      z.object({
        kind: z.enum(['venue', 'listing']),
        id: z.string(),
        cityId: CityId,
        venueId: VenueId,
        venueName: z.string(),
        venueTranslations: nameTranslations,
        listingName: z.string().nullable(),
        listingTranslations: nameTranslations,
      }),
    ),
  }),
  refusals: {},
})
/** Adding one that is there changes nothing. */
export const addFavourite = request('catalog.call.add-favourite.v1', {
  input: z.object({ actor: Actor, favourite: FavouriteRef }),
  output: z.object({}),
  refusals: { 'not-found': bare, 'too-many-favourites': z.object({ limit: z.int() }) },
})
/** Removing one that is not there changes nothing. */
export const removeFavourite = request('catalog.call.remove-favourite.v1', {
  input: z.object({ actor: Actor, favourite: FavouriteRef }),
  output: z.object({}),
  refusals: {},
})
