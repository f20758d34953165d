import { getListing, getListingDay } from '@asaichi/contract/catalog/listings.ts'
import { ListingId } from '@asaichi/contract/ids.ts'
import { getOpeningPool } from '@asaichi/contract/reservation/opening-pool.ts'
import { LocalDate } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { openReply } from '../http/open-reply.ts'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const pool = getOpeningPool.input.shape

/** What a page that knows only a listing must ask first (R6, R13, M31). */
export const listingRoutes = [
  route(
    {
      method: 'get',
      path: '/api/listings/{listingId}',
      summary: '部屋の区分と、その施設',
      access: 'anyone',
      open: true,
      params: z.object({ listingId: ListingId }),
      answers: getListing,
    },
    ({ call, params }) => call(getListing, params),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/listings/{listingId}/days/{date}',
      summary:
        'ある利用日の、抽選と先着順の受付の始まりと終わり、開館時間。cityId と classId があれば、その市のその利用者区分のもの',
      access: 'anyone',
      open: true,
      params: z.object({ listingId: ListingId, date: LocalDate }),
      query: getListingDay.input.pick({ cityId: true, classId: true }).strict(),
      answers: getListingDay,
    },
    ({ call, params, query }) => call(getListingDay, { ...params, ...query }),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/listings/{listingId}/opening-pool',
      summary: '受付の始まりに集めた申込みの順番と、それを確かめる値（先に公開するのは値のハッシュ）',
      access: 'anyone',
      open: true,
      params: z.object({ listingId: ListingId }),
      query: z.strictObject({
        date: LocalDate,
        after: wholeNumber(pool.after.unwrap()).optional(),
        limit: wholeNumber(pool.limit.unwrap()).optional(),
      }),
      answers: getOpeningPool,
    },
    ({ call, params, query }) => call(getOpeningPool, { ...params, ...query }),
    openReply,
  ),
] as const
