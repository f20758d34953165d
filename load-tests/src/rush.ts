import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { addMs, instantAt, localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { Answered, Crowd, Plan } from '../lib/plan.ts'
import { readAnswers } from './answers.ts'
import { drawingCity, drawnVenue, lockedVenues, pressedVenues, pressingCity, slotsOf } from './city.ts'
import { enterAll } from './draw-entries.ts'
import { type Generated, generate } from './generator.ts'
import { type K6Summary, lateP99Of, readK6Summary } from './k6-summary.ts'
import { startLockLoad } from './lock-load.ts'
import type { Profile } from './profile.ts'
import { type Resident, settleResidents } from './residents.ts'
import { MODEL, openRushTown, type RushTown } from './rush-town.ts'
import { lookAtSideLoad, type SideLoad } from './side-load.ts'
import { countDeadlocks, type Verdict, verify } from './verify.ts'

export type RushResult = {
  readonly profile: Profile
  readonly generated: Generated
  readonly summary: K6Summary
  readonly answers: readonly Answered[]
  readonly verdicts: readonly Verdict[]
  readonly side: SideLoad
}

const DAYS_BEFORE = 28
/** For thousands of virtual users to be made, and for the last tries to end. */
const ROOM_S = 150

/** A town of its own, brought to the minutes before seven of an opening day, pressed upon, and looked into afterwards. */
export async function rush(profile: Profile, say: (line: string) => void): Promise<RushResult> {
  await using opened = new AsyncDisposableStack()
  say('starting a town')
  const venues = pressedVenues(profile)
  const withDoors = lockedVenues(profile)
  const town = opened.use(await openRushTown({ locked: withDoors }))
  await town.settle([pressingCity, drawingCity], [...venues, drawnVenue, ...withDoors])
  const morning = openingAfter(await town.now())
  say(`settling residents for ${morning.date}`)
  const crowd = await settle(town, profile, morning.date)
  const locks = opened.use(await startLockLoad({ dir: town.dir, mqttUrl: town.town.urls.mqtt }, withDoors))
  say('moving the clock to the minutes before seven')
  await town.moveClock(addMs(morning.t0, -profile.leadSeconds * 1000))
  const slots = slotsOf(venues, profile.slotMinutes)
  const folder = path.join(town.dir, 'k6')
  await writePlan(folder, await planOf(town, profile, { ...morning, slots }), crowd)
  const deadlocksBefore = await countDeadlocks(town.sql)
  say('pressing')
  const generated = await generate(folder, { withinMs: bound(profile), progress: say })
  if (generated.status === 'failed') throw new Error(generated.text)
  const summary = await readK6Summary(folder)
  const answers = await readAnswers(path.join(folder, 'answers.ndjson'))
  say('verifying')
  const verdicts = await verify(town.sql, {
    ...morning,
    venueIds: venues.map(({ venueId }) => venueId),
    slots: slots.length,
    clients: profile.load.press.residents + answers.filter(({ by }) => by === 'tail').length,
    answers,
    deadlocksBefore,
    clientsLateMs: lateP99Of(summary),
  })
  const side = await lookAtSideLoad(town.sql, { t0: morning.t0, mails: profile.mails, locks })
  return { profile, generated, summary, answers, verdicts, side }
}

type Morning = { readonly t0: string; readonly date: string }

/** The next seven o'clock, and the date that opens then. */
function openingAfter(now: string): Morning {
  const day = addDays(localDateOf(now), 1)
  return { t0: instantAt(day, '07:00'), date: addDays(day, DAYS_BEFORE) }
}

async function settle(town: RushTown, profile: Profile, date: string): Promise<Crowd> {
  const { press, tail, signin } = profile.load
  const signins = Math.ceil(
    signin.stages.reduce((sum, { perSecond, seconds }) => sum + perSecond * seconds, 10),
  )
  const groups = [press.residents, tail.residents, signins, profile.mails]
  const settled: (readonly Resident[])[] = []
  let from = 1
  for (const count of groups) {
    const cityId = settled.length === groups.length - 1 ? drawingCity.cityId : pressingCity.cityId
    settled.push(await settleResidents(town.sql, { cityId, from, count, like: MODEL.mail }))
    from += count
  }
  const [pressing = [], late = [], signing = [], entrants = []] = settled
  await enterAll(town.sql, date, entrants)
  const presser = ({ personId, token, address }: Resident) => ({ personId, token, address })
  return {
    press: pressing.map(presser),
    tail: late.map(presser),
    signin: signing.map(({ mail, address }) => ({ mail, address })),
  }
}

async function planOf(
  town: RushTown,
  profile: Profile,
  { t0, date, slots }: Morning & Pick<Plan, 'slots'>,
): Promise<Plan> {
  const { app, mail } = town.town.urls
  const left = Date.parse(t0) - Date.parse(await town.now())
  return {
    baseUrl: loopback(app),
    mailUrl: loopback(mail),
    cityId: pressingCity.cityId,
    termsVersion: pressingCity.policy.termsVersion,
    date,
    month: date.slice(0, 7),
    t0,
    t0RealMs: Date.now() + left,
    password: MODEL.password,
    slots,
    load: profile.load,
  }
}

// One name resolution less for thousands of virtual users, and never ::1.
function loopback(url: string): string {
  return url.replace('localhost', '127.0.0.1')
}

async function writePlan(folder: string, plan: Plan, crowd: Crowd): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'plan.json'), JSON.stringify(plan))
  await writeFile(path.join(folder, 'crowd.json'), JSON.stringify(crowd), { mode: 0o600 })
}

/** Everything a run may take, with room for virtual users to be made and late answers to come. */
function bound({ leadSeconds, load: { tail, watch, signin } }: Profile): number {
  const seconds = (stages: typeof tail.stages) => stages.reduce((sum, stage) => sum + stage.seconds, 0)
  const longest = Math.max(
    leadSeconds + Math.max(75, watch.secondsAfter, seconds(tail.stages) + 30),
    seconds(signin.stages),
  )
  return (longest + ROOM_S) * 1000
}
