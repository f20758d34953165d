import { z } from 'zod'
import { event, notFound, request } from '../define.ts'
import { CityId, NoticeId, VenueId } from '../ids.ts'
import { line, lines } from '../text.ts'
import { LocalDate } from '../time.ts'
import { nameTranslations, translations } from '../translations.ts'

/** What staff write. Outside the period, both ends included, the public does not see it; `urgent` ones stand first. */
export const NoticeWords = z.object({
  venueId: VenueId.nullable(),
  date: LocalDate,
  title: line(120),
  body: lines(4000),
  urgent: z.boolean().default(false),
  showFrom: LocalDate.nullable().default(null),
  showUntil: LocalDate.nullable().default(null),
  translations: translations(z.object({ title: line(120), body: lines(4000) })),
})

const text = z.object({ title: z.string(), body: z.string() })

export const Notice = z.object({
  noticeId: NoticeId,
  cityId: CityId,
  venueId: VenueId.nullable(),
  venueName: z.string().nullable(),
  venueTranslations: nameTranslations,
  date: LocalDate,
  title: z.string(),
  body: z.string(),
  urgent: z.boolean(),
  showFrom: LocalDate.nullable(),
  showUntil: LocalDate.nullable(),
  translations: translations(text),
})
export type Notice = z.infer<typeof Notice>

/** S2: the city's and its facilities' in one list, urgent ones first, then newest first, on one day the newest id first. `venueId` narrows to one facility; `next` goes into `after`. */
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
