import { z } from 'zod'
import { Actor } from '../actor.ts'
import { bare, notFound, request } from '../define.ts'
import { CityId, NoticeId } from '../ids.ts'
import { Writer } from './city.ts'
import { Notice, NoticeWords } from './notices.ts'

const notAllowed = { 'not-allowed': bare }

/** With an id of the caller's own, publishing again changes nothing. */
export const publishNotice = request('catalog.call.publish-notice.v1', {
  input: NoticeWords.extend({ actor: Writer, noticeId: z.uuidv7().optional(), cityId: CityId }),
  output: z.object({ noticeId: NoticeId }),
  refusals: { ...notAllowed, ...notFound, 'id-used-differently': bare },
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
