import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { addMs, instantAt } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { z } from 'zod'
import type { Chapter } from '../chapter.ts'
import { must, mustBe, waitFor } from '../expect.ts'
import type { Booker, Thread } from '../thread.ts'
import { parsed } from '../visitor.ts'
import type { World } from '../world.ts'
import { application, entryForm, OTHER_ROOM, ROOM } from './application.ts'
import { approveBooking, codesReported, keypadsAt } from './door-acts.ts'

const Entry = z.object({ entryId: z.string(), roundId: z.string(), status: z.string() })
const Entries = z.object({ items: z.array(Entry) })
const Reservations = z.object({
  items: z.array(
    z.object({
      reservationId: z.string(),
      version: z.int(),
      date: z.string(),
      from: z.string(),
      status: z.string(),
    }),
  ),
})
const HOUR = { from: '09:00', to: '10:00' } as const

/** From the first entry to a draw that a program of its own finds right. */
export function lotteryChapter(thread: Thread): Chapter {
  return {
    title: 'The lottery of another date',
    steps: [
      { rules: 'M17', title: 'on day −36 entries are refused', run: tooEarly },
      {
        rules: 'M17 M19',
        title: 'from day −35 00:00 two enter one hour of 1階洋室, a third 2階和室',
        run: enterThree,
      },
      { rules: 'M19 M29', title: 'one entry is withdrawn', run: withdrawOne },
      { rules: 'M18', title: 'closed: no entry leaves the list, count and root are public', run: closed },
      { rules: 'V1', title: 'at 06:59:59 of day −28 nobody reads a result', run: peace },
      {
        rules: 'M18 M20',
        title: 'at 07:00 one winner, one loser, mails E and F',
        run: world => results(world, thread),
      },
      { rules: 'V1', title: 'the Python program finds the public bundle right', run: () => verify(thread) },
      {
        rules: 'M18',
        title: 'the loser takes a free hour, first come',
        run: world => freeHour(world, thread),
      },
      {
        rules: 'M26 V5',
        title: 'staff approve the winner; code and doors as before',
        run: world => doors(world, thread),
      },
    ],
  }
}

async function tooEarly(world: World): Promise<void> {
  await world.moveClock(addMs(instantAt(addDays(world.drawDate, -35), '00:00'), -1))
  const answer = await world.resident.post(
    '/api/entries',
    await entryForm(world, { listingId: ROOM, ...HOUR }),
  )
  mustBe(answer.code, 'entries-not-open-yet', 'entry on day −36')
}

async function enterThree(world: World): Promise<void> {
  await world.moveClock(instantAt(addDays(world.drawDate, -35), '00:00'))
  const entrants = [
    { ...residentOf(world), listingId: ROOM },
    { ...world.neighbour, listingId: ROOM },
    { ...newcomerOf(world), listingId: OTHER_ROOM },
  ]
  for (const { who, mail, listingId } of entrants) {
    const since = await world.mailbox.mark()
    const form = await entryForm(world, { listingId, ...HOUR })
    mustBe(parsed(Entry, await who.post('/api/entries', form), 'entry').status, 'entered', 'entry')
    await world.mailbox.waitFor(mail, /抽選/, since)
  }
}

async function withdrawOne(world: World): Promise<void> {
  const { who } = newcomerOf(world)
  const form = await entryForm(world, { listingId: ROOM, from: '15:00', to: '16:00' })
  const { entryId } = parsed(Entry, await who.post('/api/entries', form), 'another entry')
  const withdrawn = parsed(Entry, await who.post(`/api/entries/${entryId}/withdraw`), 'withdrawal')
  mustBe(withdrawn.status, 'withdrawn', 'entry')
}

async function closed(world: World): Promise<void> {
  await world.moveClock(instantAt(addDays(world.drawDate, -28), '00:00'))
  const [entry] = parsed(Entries, await world.resident.get('/api/entries'), 'entries').items
  must(entry !== undefined, 'the entry is gone')
  mustBe(
    (await world.resident.post(`/api/entries/${entry.entryId}/withdraw`)).code,
    'entries-closed',
    'withdrawal after the close',
  )
  const round = parsed(
    Round,
    await world.passerBy.get(`/api/rounds?cityId=mitaka&from=${world.drawDate}&to=${world.drawDate}`),
    'round',
  ).items[0]
  mustBe(round?.freeze?.count, 3, 'entries in the public count')
}

const Round = z.object({
  items: z.array(
    z.object({
      roundId: z.string(),
      status: z.string(),
      freeze: z.object({ count: z.int(), root: z.string() }).nullable(),
    }),
  ),
})

async function peace(world: World): Promise<void> {
  await world.moveClock(instantAt(addDays(world.drawDate, -28), '06:59'))
  await world.moveClock(addMs(instantAt(addDays(world.drawDate, -28), '07:00'), -1_000))
  const [entry] = parsed(Entries, await world.resident.get('/api/entries'), 'entries').items
  mustBe(entry?.status, 'entered', 'state shown before the hour')
  mustBe(
    (await world.passerBy.get(`/api/rounds/${entry?.roundId}/bundle`)).code,
    'not-found',
    'bundle before the hour',
  )
  mustBe(
    (await world.staff.get(`/api/staff/rounds/${entry?.roundId}/results`)).code,
    'not-published-yet',
    'results for staff',
  )
}

async function results(world: World, thread: Thread): Promise<void> {
  const since = await world.mailbox.mark()
  await world.moveClock(instantAt(addDays(world.drawDate, -28), '07:00'))
  const both = await Promise.all(
    [residentOf(world), world.neighbour].map(async entrant => {
      const entry = await waitFor('the result', async () => {
        const [newest] = parsed(Entries, await entrant.who.get('/api/entries'), 'entries').items
        return newest && newest.status !== 'entered' ? newest : undefined
      })
      return { ...entrant, entry }
    }),
  )
  const winner = both.find(({ entry }) => entry.status === 'won')
  const loser = both.find(({ entry }) => entry.status === 'lost')
  must(
    winner !== undefined && loser !== undefined,
    `one winner and one loser: ${both.map(({ entry }) => entry.status).join(', ')}`,
  )
  await world.mailbox.waitFor(winner.mail, /当選/, since)
  await world.mailbox.waitFor(loser.mail, /落選/, since)
  const reservation = await waitFor('the winner’s 承認待ち', async () =>
    parsed(Reservations, await winner.who.get('/api/reservations'), 'reservations').items.find(
      item => item.date === world.drawDate,
    ),
  )
  mustBe(reservation.status, 'pending', 'the win')
  thread.drawn = {
    winner: { who: winner.who, mail: winner.mail, ...reservation },
    loser,
    roundId: winner.entry.roundId,
  }
}

const run = promisify(execFile)

async function verify({ drawn }: Thread): Promise<void> {
  must(drawn !== undefined, 'nothing was drawn')
  const { body } = await drawn.winner.who.get(`/api/rounds/${drawn.roundId}/bundle`)
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-bundle-'))
  try {
    const file = path.join(dir, 'bundle.json')
    await writeFile(file, JSON.stringify(body))
    const verifier = path.join(repositoryRoot, 'services/lottery/verifier/verify_draw.py')
    await run('python3', [verifier, file], { timeout: 60_000 }).catch((error: NodeJS.ErrnoException) =>
      must(
        false,
        error.code === 'ENOENT' ? 'python3 is not installed' : `the bundle does not verify: ${error.message}`,
      ),
    )
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function freeHour(world: World, { drawn }: Thread): Promise<void> {
  must(drawn !== undefined, 'nothing was drawn')
  const form = await application(world, { date: world.drawDate, from: '10:00', to: '11:00' })
  mustBe((await drawn.loser.who.post('/api/reservations', form)).status, 201, 'a free hour')
}

async function doors(world: World, { drawn }: Thread): Promise<void> {
  await approveBooking(world, drawn?.winner)
  await world.moveClock(instantAt(addDays(world.drawDate, -1), '18:00'))
  await codesReported(drawn?.winner)
  await keypadsAt(world, { at: '08:59:59', opens: false, booking: drawn?.winner })
  await keypadsAt(world, { at: '09:00:00', opens: true, booking: drawn?.winner })
}

function residentOf({ resident, residentMail }: World): Booker {
  return { who: resident, mail: residentMail }
}

function newcomerOf({ newcomer }: World): Booker {
  return { who: newcomer.visitor, mail: newcomer.mail }
}
