import { randomUUID } from 'node:crypto'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { z } from 'zod'
import type { Chapter } from '../chapter.ts'
import { must, mustBe, waitFor } from '../expect.ts'
import type { Thread } from '../thread.ts'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'
import { application, PAID } from './application.ts'

const NotOpenYet = z.object({ code: z.literal('not-open-yet'), opensAt: z.string() })
const Held = z.object({
  reservation: z.object({ reservationId: z.string(), version: z.int(), status: z.string() }),
  place: z.int(),
})
const Taken = z.object({ code: z.literal('taken'), receiptId: z.string(), place: z.int() })
const Receipt = z.object({
  place: z.int(),
  outcome: z.string(),
  reason: z.string(),
  blocker: z.object({ kind: z.string(), since: z.string() }),
})
const Month = z.object({
  days: z.array(z.object({ d: z.string(), open: z.string().nullable(), s: z.string() })),
})

export const HOURS = {
  first: { from: '09:00', to: '10:00' },
  second: { from: '10:00', to: '11:00' },
} as const

/** The opening, to the millisecond. */
export function sevenOClockChapter(thread: Thread): Chapter {
  // One form, one key: what was refused before seven may be pressed again with it.
  const key = randomUUID()
  return {
    title: '07:00 on day −28',
    steps: [
      {
        rules: 'M18 M31',
        title: 'on day −29 first-come refuses and says when it opens',
        run: world => tooEarly(world, key),
      },
      {
        rules: 'M18',
        title: 'at 06:59:59.999 it is still not open',
        run: world => lastMillisecond(world, key),
      },
      {
        rules: 'M18 M25 V2',
        title: 'at 07:00:00.000 two press for one hour: one holds it',
        run: world => press(world, thread, key),
      },
      {
        rules: 'V2',
        title: 'the other reads place and reason on the receipt',
        run: () => readReceipt(thread),
      },
      { rules: 'M22 M25', title: 'and takes another hour', run: world => takeAnother(world, thread) },
      { rules: 'M13 M22', title: 'the paid listing of the room is × for both hours', run: paidListing },
    ],
  }
}

async function tooEarly(world: World, key: string): Promise<void> {
  await world.moveClock(instantAt(addDays(world.useDate, -29), '12:00'))
  const answer = await world.resident.post('/api/reservations', await application(world, HOURS.first), key)
  mustBe(NotOpenYet.parse(answer.body).opensAt, opening(world), 'opening time')
}

async function lastMillisecond(world: World, key: string): Promise<void> {
  await world.moveClock(`${opening(world).slice(0, 11)}21:59:59.999Z`)
  const answer = await world.resident.post('/api/reservations', await application(world, HOURS.first), key)
  mustBe(answer.code, 'not-open-yet', 'a millisecond before')
}

async function press(world: World, thread: Thread, key: string): Promise<void> {
  await world.moveClock(opening(world))
  const form = await application(world, HOURS.first)
  const people = [
    { who: world.resident, mail: world.residentMail, key },
    { who: world.newcomer.visitor, mail: world.newcomer.mail, key: randomUUID() },
  ] as const
  // Both log in before they press, as people do before seven.
  for (const { who } of people) mustBe((await who.get('/api/me')).status, 200, 'logged in')
  const answers = await Promise.all(
    people.map(async person => ({
      ...person,
      answer: await person.who.post('/api/reservations', form, person.key),
    })),
  )
  const winner = answers.find(({ answer }) => answer.status === 201)
  const loser = answers.find(({ answer }) => answer.code === 'taken')
  must(
    winner !== undefined && loser !== undefined,
    `one winner and one loser: ${answers.map(({ answer }) => answer.code ?? answer.status).join(', ')}`,
  )
  thread.first = {
    who: winner.who,
    mail: winner.mail,
    date: world.useDate,
    ...Held.parse(winner.answer.body).reservation,
  }
  thread.loser = { who: loser.who, mail: loser.mail, answer: loser.answer }
}

async function readReceipt({ loser }: Thread): Promise<void> {
  must(loser !== undefined, 'nobody lost')
  const { receiptId, place } = Taken.parse(loser.answer.body)
  const receipt = parsed(Receipt, await loser.who.get(`/api/receipts/${receiptId}`), 'receipt')
  mustBe(receipt.place, place, 'place in line')
  mustBe(
    `${receipt.outcome} ${receipt.reason} ${receipt.blocker.kind}`,
    'refused taken reservation',
    'receipt',
  )
}

async function takeAnother(world: World, thread: Thread): Promise<void> {
  must(thread.loser !== undefined, 'nobody lost')
  const { who, mail } = thread.loser
  const answer = await who.post('/api/reservations', await application(world, HOURS.second))
  thread.second = { who, mail, date: world.useDate, ...parsed(Held, answer, 'another hour').reservation }
}

async function paidListing({ passerBy, useDate }: World): Promise<void> {
  await waitFor('× on the paid listing', async () => {
    const month = parsed(
      Month,
      await passerBy.get(`/api/listings/${PAID}/availability?month=${useDate.slice(0, 7)}`),
      'availability',
    )
    const day = month.days.find(each => each.d === useDate)
    return day?.open === '09:00' && day.s.startsWith('xxxxo') ? day : undefined
  })
}

function opening({ useDate }: World): string {
  return instantAt(addDays(useDate, -28), '07:00')
}
