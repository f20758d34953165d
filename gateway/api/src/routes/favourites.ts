import {
  addFavourite,
  FavouriteRef,
  listFavourites,
  removeFavourite,
} from '@asaichi/contract/catalog/favourites.ts'
import { z } from 'zod'
import { route } from '../http/route.ts'

const [venue, listing] = FavouriteRef.options

/** M28: venues and rooms a person wants at hand. */
export const favouriteRoutes = [
  route(
    {
      method: 'get',
      path: '/api/me/favourites',
      summary: 'お気に入りの施設と部屋',
      access: 'session',
      answers: listFavourites,
    },
    ({ call, actor }) => call(listFavourites, { actor }),
  ),
  route(
    {
      method: 'post',
      path: '/api/me/favourites',
      summary: 'お気に入りに加える',
      access: 'session',
      body: z.discriminatedUnion('kind', [venue.strict(), listing.strict()]),
      answers: addFavourite,
      status: 201,
    },
    ({ call, actor, body }) => call(addFavourite, { actor, favourite: body }),
  ),
  route(
    {
      method: 'delete',
      path: '/api/me/favourites/{kind}/{id}',
      summary: 'お気に入りから外す',
      access: 'session',
      params: FavouriteRef,
      answers: removeFavourite,
      status: 204,
    },
    ({ call, actor, params }) => call(removeFavourite, { actor, favourite: params }),
  ),
] as const
