import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, event, notFound, request } from '../define.ts'
import { CityId, NoticeId, VenueId } from '../ids.ts'
import { line, lines } from '../text.ts'
import { LocalDate } from '../time.ts'
import { nameTranslations, translations } from '../translations.ts'
import { Writer } from './catalog.ts'

const notAllowed = { 'not-allowed': bare }

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

/** With an id of the caller's own, publishing again changes nothing. */
export const publishNotice = request('catalog.call.publish-notice.v1', {
  input: NoticeWords.extend({ actor: Writer, noticeId: z.uuidv7().optional(), cityId: CityId }),
  output: z.object({ noticeId: NoticeId }),
  refusals: { ...notAllowed, ...notFound, 'id-used-differently': bare },
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

/** T8: all of a city's notices for its staff, those not shown now and those withdrawn included. */
export const listStaffNotices = request('catalog.call.list-staff-notices.v1', {
  input: z.object({
    actor: Actor,
    after: NoticeId.optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z.object({
    items: z.array(Notice.extend({ shown: z.boolean(), withdrawn: z.boolean() })),
    next: NoticeId.nullable(),
  }),
  refusals: notAllowed,
})
/** Puts the notice whole; one that was withdrawn is shown again. */
export const reviseNotice = request('catalog.call.revise-notice.v1', {
  input: NoticeWords.extend({ actor: Actor, noticeId: NoticeId }),
  output: Notice,
  refusals: { ...notAllowed, ...notFound },
})
/** Withdrawing again answers the same. */
export const withdrawNotice = request('catalog.call.withdraw-notice.v1', {
  input: z.object({ actor: Actor, noticeId: NoticeId }),
  output: z.object({}),
  refusals: { ...notAllowed, ...notFound },
})

export const noticePublished = event(
  'catalog.event.notice-published.v1',
  z.object({ noticeId: NoticeId, cityId: CityId, venueId: VenueId.nullable() }),
)
