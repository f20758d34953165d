import { done } from '@asaichi/contract/define.ts'
import { searchActs } from '@asaichi/contract/identity/acts.ts'
import { searchPeople } from '@asaichi/contract/identity/staff.ts'
import { CityId, PersonId } from '@asaichi/contract/ids.ts'
import { listBookingsOf, searchBookings } from '@asaichi/contract/reservation/search.ts'
import { z } from 'zod'
import { wholeNumber } from '../http/query-value.ts'
import { route } from '../http/route.ts'

const bookings = listBookingsOf.input.shape
const acts = searchActs.input.shape
const Found = z.object({ people: searchPeople.output, bookings: searchBookings.output })

/** T14, T9: what staff look for and find, in their own city. What is searched for stands in no URL. */
export const searchRoutes = [
  route(
    {
      method: 'post',
      path: '/api/staff/search',
      summary:
        '予約番号・利用者登録番号・名前・電話番号・メール・イベント名で、人と予約をさがす（20件ずつまで）',
      access: 'staff',
      body: searchPeople.input.pick({ query: true }).strict(),
      answers: { output: Found, refusals: searchPeople.refusals },
    },
    async ({ call, actor, body: { query } }) => {
      const people = await call(searchPeople, { actor, query })
      if (!people.ok) return people
      const personIds = people.value.items.map(({ personId }) => personId)
      const found = await call(searchBookings, { actor, query, personIds })
      return found.ok ? done({ people: people.value, bookings: found.value }) : found
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/staff/people/{personId}/reservations',
      summary: '1人の予約。利用日の新しい順',
      access: 'staff',
      params: z.object({ personId: PersonId }),
      query: z.strictObject({
        after: bookings.after,
        limit: wholeNumber(bookings.limit.unwrap()).optional(),
      }),
      answers: listBookingsOf,
    },
    ({ call, actor, params, query }) => call(listBookingsOf, { actor, ...params, ...query }),
  ),
  route(
    {
      method: 'get',
      path: '/api/cities/{cityId}/acts',
      summary: '市の操作の記録（新しい順）。だれが・だれに・何を・いつからいつまでで、しぼりこむ',
      access: 'admin',
      params: z.object({ cityId: CityId }),
      query: z.strictObject({
        by: acts.by,
        about: acts.about,
        act: acts.act,
        from: acts.from,
        until: acts.until,
        after: acts.after,
        limit: wholeNumber(acts.limit.unwrap()).optional(),
      }),
      answers: searchActs,
    },
    ({ call, actor, params, query }) => call(searchActs, { actor, ...params, ...query }),
  ),
] as const
