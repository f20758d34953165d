import { setTimeout as pause } from 'node:timers/promises'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { burst, type Pressed } from '../src/burst.ts'
import { pressedVenues, pressingCity, slotsOf } from '../src/city.ts'
import { eventually } from '../src/eventually.ts'
import { readProfile } from '../src/profile.ts'
import { type Resident, settleResidents } from '../src/residents.ts'
import { MODEL, openRushTown, type RushTown } from '../src/rush-town.ts'
import { type Case, countDeadlocks, verify } from '../src/verify.ts'

const MINUTE = 60_000
const EACH = { timeout: 30_000 }
const RESIDENTS = 600
const ANSWERED_BEFORE_THE_FAULT = 50
const STANDSTILL_MS = 300
const BURST_WITHIN_MS = 24_000
/** Dates whose first-come has begun by itself, one a test. */
const FIRST_DATE_AFTER = 8

const profile = { ...(await readProfile('smoke')), venues: 1, roomsPerVenue: 4 }
const venues = pressedVenues(profile)
const slots = slotsOf(venues, profile.slotMinutes)
const dates: string[] = []

let town: RushTown
let residents: readonly Resident[]

beforeAll(async () => {
  town = await openRushTown({ replicas: { reservation: 2 }, durable: false })
  await town.settle([pressingCity], venues)
  const { cityId } = pressingCity
  residents = await settleResidents(town.sql, { cityId, from: 1, count: RESIDENTS, like: MODEL.mail })
  const today = localDateOf(await town.now())
  dates.push(...[0, 1, 2, 3, 4].map(day => addDays(today, FIRST_DATE_AFTER + day)))
  await eventually('the dates are open', async () => {
    const rows = await town.sql(
      'select 1 from reservation.opened_dates where city_id = $1 and use_date = any ($2)',
      [cityId, dates],
    )
    return rows.length === dates.length || undefined
  })
}, 2 * MINUTE)
afterAll(() => town?.[Symbol.asyncDispose](), MINUTE)

type Fault = () => Promise<void> | void
type Outcome = { readonly pressed: readonly Pressed[]; readonly run: Case }

/** A burst for one date, with the fault in its middle: some are answered and the rest are on their way. */
async function pressThrough(fault: Fault, options: Pick<Case, 'everyReceipt'> = {}): Promise<Outcome> {
  const date = dates.shift() ?? ''
  const t0 = await town.now()
  const deadlocksBefore = await countDeadlocks(town.sql)
  let happened: Promise<void> | undefined
  const pressed = await burst({
    baseUrl: town.town.urls.app.replace('localhost', '127.0.0.1'),
    date,
    termsVersion: pressingCity.policy.termsVersion,
    presses: residents.flatMap((presser, index) => {
      const slot = slots[index % slots.length]
      return slot ? [{ presser, slot }] : []
    }),
    onAnswered: count => {
      if (count === ANSWERED_BEFORE_THE_FAULT) happened = Promise.resolve(fault())
    },
    withinMs: BURST_WITHIN_MS,
  })
  await happened
  expect(happened, 'the fault happened').toBeDefined()
  return {
    pressed,
    run: {
      venueIds: venues.map(({ venueId }) => venueId),
      date,
      t0,
      slots: slots.length,
      clients: residents.length,
      answers: pressed,
      deadlocksBefore,
      clientsLateMs: null,
      ...options,
    },
  }
}

async function brokenPromises({ run }: Outcome): Promise<readonly string[]> {
  const verdicts = await verify(town.sql, run)
  return verdicts.filter(({ ok }) => !ok).map(({ promise, found }) => `${promise}: ${found}`)
}

function retried({ pressed }: Outcome): number {
  return pressed.filter(({ tries }) => tries > 1).length
}

test(
  'V2: without a fault every promise holds, and the verifier finds a 201 that has no row',
  EACH,
  async () => {
    const outcome = await pressThrough(() => undefined)
    expect(await brokenPromises(outcome)).toEqual([])
    const [someone] = outcome.pressed.filter(({ code }) => code === 'taken')
    if (!someone) throw new Error('nobody was turned away')
    const answers = outcome.pressed.map(each =>
      each === someone
        ? { ...each, status: 201, code: null, receiptId: null, reservationId: crypto.randomUUID() }
        : each,
    )
    const broken = await brokenPromises({ ...outcome, run: { ...outcome.run, answers } })
    expect(broken.join()).toMatch(
      /each 201 has exactly one row: 25 times 201, 25 reservations, 1 not in the table/,
    )
  },
)

test('Q10: one of two desks is killed in the middle of the press', EACH, async () => {
  // It stands still first, so that presses are surely with it when it dies: a fast burst may else have none there.
  const outcome = await pressThrough(
    async () => {
      town.town.supervisor.kill('reservation', 'SIGSTOP')
      await pause(STANDSTILL_MS)
      town.town.supervisor.kill('reservation', 'SIGKILL')
    },
    { everyReceipt: false },
  )
  expect(await brokenPromises(outcome)).toEqual([])
  expect(retried(outcome)).toBeGreaterThan(0)
})

test('Q10: PostgreSQL is restarted in the middle of the press', EACH, async () => {
  const outcome = await pressThrough(() => restart('postgres'))
  expect(await brokenPromises(outcome)).toEqual([])
  expect(retried(outcome)).toBeGreaterThan(0)
})

test('Q11: NATS is away for five seconds in the middle of the press', EACH, async () => {
  // The pause is the fault itself and waits for nothing.
  const outcome = await pressThrough(() => restart('nats', () => pause(5_000)))
  expect(await brokenPromises(outcome)).toEqual([])
  expect(retried(outcome)).toBeGreaterThan(0)
})

test('Q10: the gateway is killed with requests in flight', EACH, async () => {
  const outcome = await pressThrough(() => town.town.supervisor.kill('gateway-api', 'SIGKILL'))
  expect(await brokenPromises(outcome)).toEqual([])
  expect(retried(outcome)).toBeGreaterThan(0)
})

async function restart(name: string, meanwhile: Fault = () => undefined): Promise<void> {
  await town.town.supervisor.stop(name)
  await meanwhile()
  await town.town.supervisor.start(name)
}
