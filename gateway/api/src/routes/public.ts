import { Availability, getAvailability } from '@asaichi/contract/catalog/availability.ts'
import { getCity, listCities } from '@asaichi/contract/catalog/city.ts'
import { searchFree } from '@asaichi/contract/catalog/free-rooms.ts'
import { getNotice, listNotices } from '@asaichi/contract/catalog/notices.ts'
import { getSearchTerms, getVenue, searchVenues } from '@asaichi/contract/catalog/venue.ts'
import { done } from '@asaichi/contract/define.ts'
import { CityId, ListingId, NoticeId, VenueId } from '@asaichi/contract/ids.ts'
import { Instant, TimeOfDay } from '@asaichi/contract/time.ts'
import { z } from 'zod'
import { openReply } from '../http/open-reply.ts'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const inCity = z.object({ cityId: CityId })
const notices = listNotices.input.shape
const venues = searchVenues.input.shape
const free = searchFree.input.shape
const StepFree = z.literal('true').optional()

/** What anyone may read: browsing and searching need no login (S2, S4, S6, M10–M12, M22). */
export const publicRoutes = [
  route(
    {
      method: 'get',
      path: '/api/cities',
      summary: '市の一覧',
      access: 'anyone',
      open: true,
      answers: listCities,
    },
    ({ call }) => call(listCities, {}),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}',
      summary: '市の決まり、窓口、リンク、利用規約',
      access: 'anyone',
      open: true,
      params: inCity,
      answers: getCity,
    },
    ({ call, params }) => call(getCity, params),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/notices',
      summary: 'お知らせ。新しい順、同じ日は番号の新しい順',
      access: 'anyone',
      open: true,
      params: inCity,
      query: z.strictObject({
        venueId: notices.venueId,
        after: notices.after,
        limit: wholeNumber(notices.limit.unwrap()).optional(),
      }),
      answers: listNotices,
    },
    ({ call, params, query }) => call(listNotices, { ...params, ...query }),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/notices/{noticeId}',
      summary: 'お知らせの詳細',
      access: 'anyone',
      open: true,
      params: z.object({ noticeId: NoticeId }),
      answers: getNotice,
    },
    ({ call, params }) => call(getNotice, params),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/venues',
      summary: '施設をさがす',
      access: 'anyone',
      open: true,
      params: inCity,
      query: z.strictObject({
        text: venues.text,
        purpose: venues.purpose,
        people: wholeNumber(venues.people.unwrap()).optional(),
        area: venues.area,
        equipment: venues.equipment,
        stepFree: StepFree,
        after: venues.after,
        limit: wholeNumber(venues.limit.unwrap()).optional(),
      }),
      answers: searchVenues,
    },
    ({ call, params, query: { stepFree, ...query } }) =>
      call(searchVenues, { ...params, ...query, ...(stepFree && { stepFree: true }) }),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/search-terms',
      summary: '検索に使える利用目的、地域、設備',
      access: 'anyone',
      open: true,
      params: inCity,
      answers: getSearchTerms,
    },
    ({ call, params }) => call(getSearchTerms, params),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/free',
      summary:
        '空いている部屋をさがす（日付または62日までの期間、時間帯の中で使いたい長さ）。30分きざみ、続きは after で',
      access: 'anyone',
      open: true,
      params: inCity,
      query: z.strictObject({
        from: free.from,
        to: free.to,
        timeFrom: TimeOfDay.optional(),
        timeTo: TimeOfDay.optional(),
        minutes: wholeNumber(free.minutes.unwrap()).optional(),
        purpose: free.purpose,
        people: wholeNumber(free.people.unwrap()).optional(),
        area: free.area,
        equipment: free.equipment,
        stepFree: StepFree,
        after: free.after,
        limit: wholeNumber(free.limit.unwrap()).optional(),
      }),
      answers: searchFree,
    },
    ({ call, params, query: { timeFrom, timeTo, stepFree, ...query } }) => {
      const hasBand = timeFrom !== undefined || timeTo !== undefined
      const band = hasBand ? { from: timeFrom ?? '00:00', to: timeTo ?? '24:00' } : undefined
      return call(searchFree, { ...params, ...query, band, ...(stepFree && { stepFree: true }) })
    },
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/venues/{venueId}',
      summary: '施設と部屋',
      access: 'anyone',
      open: true,
      params: z.object({ venueId: VenueId }),
      answers: getVenue,
    },
    ({ call, params }) => call(getVenue, params),
    openReply,
  ),
  route(
    {
      method: 'get',
      path: '/api/listings/{listingId}/availability',
      summary: '1か月の空き状況。月を書かなければ、予約できる日がある最初の月',
      access: 'anyone',
      open: true,
      params: z.object({ listingId: ListingId }),
      query: z.strictObject({ month: getAvailability.input.shape.month }),
      answers: getAvailability,
      shows: Availability,
    },
    ({ calendars, params, query }) => calendars.find(params.listingId, query.month),
    (month, { calendars }) => calendars.reply(month),
  ),
  route(
    {
      method: 'get',
      path: '/api/time',
      summary: '今の時刻（画面の秒読みのため。受付の判断には使われない）',
      access: 'anyone',
      open: true,
      answers: { output: z.object({ now: Instant }), refusals: {} },
    },
    ({ clock }) => done({ now: clock.now() }),
  ),
] as const
