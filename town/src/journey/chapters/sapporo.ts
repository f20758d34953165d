import { addDays } from '@asaichi/calendar/local-date.ts'
import { z } from 'zod'
import type { Chapter } from '../chapter.ts'
import { must, mustBe } from '../expect.ts'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'

const Notices = z.object({
  items: z.array(z.object({ noticeId: z.string(), date: z.string(), title: z.string() })),
})
const Terms = z.object({ purposes: z.array(z.string()) })
const Free = z.object({
  items: z.array(
    z.object({
      venueName: z.string(),
      spaceName: z.string(),
      free: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
})
const Me = z.object({ cityId: z.string(), memberNumber: z.string() })

/** The other city: another policy, the same town. */
export const sapporoChapter: Chapter = {
  title: 'At Sapporo',
  steps: [
    { rules: 'S2', title: 'the newest five notices, newest first, and one in full', run: notices },
    { rules: 'S3 M9', title: 'login by the seven-digit number and a mailed code', run: loginByNumber },
    { rules: 'S6', title: 'free rooms by purpose and time band', run: search },
  ],
}

async function notices({ passerBy }: World): Promise<void> {
  const { items } = parsed(Notices, await passerBy.get('/api/cities/sapporo/notices'), 'notices')
  mustBe(items.length, 5, 'newest notices')
  const dates = items.map(item => item.date)
  mustBe(dates.join(), dates.toSorted().toReversed().join(), 'newest first')
  const full = parsed(
    z.object({ body: z.string().min(1) }),
    await passerBy.get(`/api/notices/${items[0]?.noticeId}`),
    'notice',
  )
  must(full.body.length > 20, 'the notice has no text')
}

async function loginByNumber({ sapporoResident }: World): Promise<void> {
  const me = parsed(Me, await sapporoResident.get('/api/me'), 'me')
  must(me.cityId === 'sapporo' && /^\d{7}$/.test(me.memberNumber), 'logged in at Sapporo by number')
}

async function search({ passerBy, useDate }: World): Promise<void> {
  const { purposes } = parsed(Terms, await passerBy.get('/api/cities/sapporo/search-terms'), 'search terms')
  const [purpose] = purposes
  must(purpose !== undefined, 'no purpose to search by')
  const query = new URLSearchParams({
    from: useDate,
    to: addDays(useDate, 13),
    timeFrom: '13:00',
    timeTo: '15:00',
    purpose,
  })
  const { items } = parsed(
    Free,
    await passerBy.get(`/api/cities/sapporo/free?${query.toString()}`),
    'free rooms',
  )
  must(items.length > 0, `no free room for ${purpose}`)
  must(
    items.every(item => item.free.some(span => span.from <= '13:00' && span.to >= '15:00')),
    'a room that is not free for the whole band',
  )
}
