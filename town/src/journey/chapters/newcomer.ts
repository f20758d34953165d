import { z } from 'zod'
import type { Chapter } from '../chapter.ts'
import { must, mustBe, waitFor } from '../expect.ts'
import type { Thread } from '../thread.ts'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'
import { application } from './application.ts'

const City = z.object({ policy: z.object({ termsVersion: z.string() }) })
const Applicants = z.object({
  items: z.array(z.object({ personId: z.string(), mail: z.string(), version: z.int() })),
})

/** From registration to the permission to use the city's halls. */
export function newcomerChapter(thread: Thread): Chapter {
  return {
    title: 'A newcomer at Mitaka',
    steps: [
      {
        rules: 'M3 M4',
        title: 'registers and reads that a mail is on its way',
        run: world => register(world, thread),
      },
      {
        rules: 'M5',
        title: 'a look at the mailed link consumes nothing; the button on its page confirms once',
        run: world => confirm(world, thread),
      },
      {
        rules: 'M6 M9',
        title: 'logs in with the mailed code',
        run: ({ newcomer }) => newcomer.visitor.login(),
      },
      { rules: 'M7 M31', title: 'is refused a booking: no permission yet', run: refusedBooking },
      { rules: 'M7 M8', title: 'applies for permission and sees 申請中', run: applyForPermission },
      { rules: 'M7', title: 'staff note the call and approve; mail I arrives', run: approve },
    ],
  }
}

async function register({ newcomer, passerBy, mailbox }: World, thread: Thread): Promise<void> {
  const { policy } = parsed(City, await passerBy.get('/api/cities/mitaka'), 'city')
  const since = await mailbox.mark()
  const answer = await passerBy.post('/api/cities/mitaka/registrations', {
    name: '旅野 はじめ',
    kana: 'タビノ ハジメ',
    birthDate: '1949-05-03',
    postalCode: '181-0001',
    address: '東京都三鷹市見本町2-2',
    phone: '090-0000-1234',
    mail: newcomer.mail,
    password: newcomer.password,
    acceptedTermsVersion: policy.termsVersion,
  })
  mustBe(answer.status, 202, 'registration')
  const { text } = await mailbox.waitFor(newcomer.mail, /#token=/, since)
  const token = text.match(/#token=([\w.~-]+)/)?.[1]
  must(token !== undefined, 'mail B holds no link')
  thread.confirmationToken = token
}

async function confirm({ passerBy }: World, { confirmationToken: token }: Thread): Promise<void> {
  mustBe((await passerBy.get('/api/registrations/confirm')).status, 405, 'GET on the confirmation')
  mustBe((await passerBy.post('/api/registrations/confirm', { token })).status, 200, 'first press')
  mustBe(
    (await passerBy.post('/api/registrations/confirm', { token })).code,
    'token-not-valid',
    'second press',
  )
}

async function refusedBooking(world: World): Promise<void> {
  const answer = await world.newcomer.visitor.post(
    '/api/reservations',
    await application(world, { from: '09:00', to: '10:00' }),
  )
  mustBe(answer.code, 'not-approved', 'booking without permission')
}

async function applyForPermission({ newcomer: { visitor } }: World): Promise<void> {
  await visitor.post('/api/cities/mitaka/permission')
  const { status } = parsed(
    z.object({ status: z.string() }),
    await visitor.get('/api/cities/mitaka/permission'),
    'permission',
  )
  mustBe(status, 'applied', 'permission')
}

async function approve({ newcomer, staff, mailbox }: World): Promise<void> {
  const since = await mailbox.mark()
  const applicant = await waitFor('the applicant in staff’s queue', async () => {
    const { items } = parsed(Applicants, await staff.get('/api/staff/applicants?limit=100'), 'applicants')
    return items.find(item => item.mail === newcomer.mail)
  })
  const answer = await staff.post(`/api/staff/applicants/${applicant.personId}/approve`, {
    expectedVersion: applicant.version,
    contact: { by: 'phone', note: '本人と確認' },
  })
  mustBe(answer.status, 200, 'approval')
  await mailbox.waitFor(newcomer.mail, /承認/, since)
}
