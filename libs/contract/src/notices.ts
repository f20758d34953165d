import { z } from 'zod'
import { Writer } from './catalog.ts'
import { bare, event, request } from './define.ts'
import { CityId, NoticeId, VenueId } from './ids.ts'
import { line, lines } from './text.ts'
import { LocalDate } from './time.ts'

const notFound = { 'not-found': bare }

/** With an id of the caller's own, publishing again changes nothing. */
export const publishNotice = request('catalog.call.publish-notice.v1', {
  input: z.object({
    actor: Writer,
    noticeId: z.uuidv7().optional(),
    cityId: CityId,
    venueId: VenueId.nullable(),
    date: LocalDate,
    title: line(120),
    body: lines(4000),
  }),
  output: z.object({ noticeId: NoticeId }),
  refusals: { 'not-allowed': bare, ...notFound, 'id-used-differently': bare },
})

export const Notice = z.object({
  noticeId: NoticeId,
  cityId: CityId,
  venueId: VenueId.nullable(),
  venueName: z.string().nullable(),
  date: LocalDate,
  title: z.string(),
  body: z.string(),
})
export type Notice = z.infer<typeof Notice>

/** S2: the city's and its facilities' in one list, newest first, on one day the newest id first. `venueId` narrows to one facility; `next` goes into `after`. */
export const listNotices = request('catalog.call.list-notices.v1', {
  input: z.object({
    cityId: CityId,
    venueId: VenueId.optional(),
    after: NoticeId.optional(),
    limit: z.int().min(1).max(100).default(5),
  }),
  output: z.object({ items: z.array(Notice), next: NoticeId.nullable() }),
  refusals: notFound,
})
export const getNotice = request('catalog.call.get-notice.v1', {
  input: z.object({ noticeId: NoticeId }),
  output: Notice,
  refusals: notFound,
})

export const noticePublished = event(
  'catalog.event.notice-published.v1',
  z.object({ noticeId: NoticeId, cityId: CityId, venueId: VenueId.nullable() }),
)
