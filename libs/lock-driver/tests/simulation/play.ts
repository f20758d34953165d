import type { Answer, StoredCode } from '../../src/driver.ts'
import { nextDue } from '../../src/planner/due.ts'
import { emptyLedger, type Known, knownFrom, type Ledger, type Seen } from '../../src/planner/known.ts'
import { begin, isSilence, learn, onlyOf, type Result, unsure } from '../../src/planner/learn.ts'
import {
  afterSettling,
  afterSilence,
  atOnce,
  kicked,
  mayAct,
  type Pace,
  pauseMs,
} from '../../src/planner/pace.ts'
import { nextStep, type Step } from '../../src/planner/plan.ts'
import { alarmsOf, reportOf } from '../../src/planner/report.ts'
import type { Wanted } from '../../src/planner/wanted.ts'
import { createSimLock, type SimLock } from '../../src/simulated/sim-lock.ts'
import { type Booking, type Day, instantOf, MIDNIGHT, type Span, windowOf } from './day.ts'
import { momentsOf } from './moments.ts'

const MINUTE_MS = 60_000
const STEP_MS = 10
const STEPS_MAX = 2_000
const RESTART_MS = 5_000

/** Somebody types a booking's digits. */
export type Try = { readonly at: number; readonly bookingId: string; readonly opens: boolean }
export type Trace = {
  readonly day: Day
  readonly tries: readonly Try[]
  /** By booking: the first moment at which staff were told that it cannot be counted on. */
  readonly alarms: ReadonlyMap<string, number>
  readonly writes: ReadonlyMap<string, number>
  readonly reads: ReadonlyMap<string, number>
  readonly pings: number
  /** Changes made right after a start that followed a time at which all was done. */
  readonly writesAfterRestart: number
  /** When the process was not there, crashes included. */
  readonly bridgeAway: readonly Span[]
  /** Codes set by hand that the lock held once and does not any more, though nobody reset it. */
  readonly foreignLost: number
  /** Codes set by hand into a place where ours was in doubt, on a lock that shows no digits: nobody can tell the two apart. */
  readonly mixedUp: number
  /** Steps without end at one moment. */
  readonly ranAway: boolean
}

/** Plays a day: the planner and its ledger on one side, a lock on the other, and what goes wrong between them. */
export function play(day: Day): Trace {
  const world = openWorld(day)
  const moments = momentsOf(day)
  for (let at = moments.next(-1); at !== undefined; at = moments.next(at, world.wantsAt())) {
    world.now = at
    happen(world, at)
    wake(world, at)
    look(world, at)
  }
  return world.trace()
}

type World = ReturnType<typeof openWorld>

function openWorld(day: Day) {
  const { capabilities } = day.lock
  const lock = createSimLock(day.lock)
  for (const { slot, digits } of day.foreign)
    if (slot < capabilities.slots.count) lock.setByHand(slot + capabilities.slots.first, digits)
  const counts = { writes: new Map<string, number>(), reads: new Map<string, number>() }
  const tries: Try[] = []
  const alarms = new Map<string, number>()
  const bridgeAway: Span[] = day.troubles.flatMap(each => (each.is === 'bridge-away' ? [each] : []))
  const world = {
    day,
    capabilities,
    lock,
    now: 0,
    disk: emptyLedger as Ledger,
    known: knownFrom(emptyLedger),
    pace: atOnce as Pace,
    isUp: true,
    restartAt: undefined as number | undefined,
    wanted: [] as readonly Wanted[],
    crashes: day.troubles.flatMap(each => (each.is === 'crash' ? [each] : [])),
    wasReset: false,
    byHand: [...lock.held.values()].map(({ digits }) => digits),
    pings: 0,
    mixedUp: 0,
    writesAfterRestart: 0,
    ranAway: false,
    counts,
    tries,
    alarms,
    bridgeAway,
    wantsAt(): number | undefined {
      if (world.restartAt !== undefined) return world.restartAt
      return world.isUp && world.pace.notBefore !== undefined && capabilities.wakeMinutes === 0
        ? Date.parse(world.pace.notBefore) - MIDNIGHT
        : undefined
    },
    trace: (): Trace => ({
      day,
      tries,
      alarms,
      ...counts,
      pings: world.pings,
      mixedUp: world.mixedUp,
      writesAfterRestart: world.writesAfterRestart,
      bridgeAway,
      foreignLost: world.wasReset
        ? 0
        : world.byHand.filter(digits => ![...lock.held.values()].some(code => code.digits === digits)).length,
      ranAway: world.ranAway,
    }),
  }
  return world
}

function isIn({ from, to }: Span, at: number): boolean {
  return from * MINUTE_MS <= at && at < to * MINUTE_MS
}

/** What the world does at this moment: the office, the power, the radio, a hand at the keypad. */
function happen(world: World, at: number): void {
  const { day, lock } = world
  const isBridgeAway = day.troubles.some(each => each.is === 'bridge-away' && isIn(each, at))
  if (isBridgeAway && world.isUp) world.isUp = false
  const mayStart = !isBridgeAway && (world.restartAt === undefined || world.restartAt <= at)
  if (!world.isUp && mayStart) start(world)
  const wanted = wantedAt(day.bookings, at)
  if (JSON.stringify(wanted) !== JSON.stringify(world.wanted)) {
    world.wanted = wanted
    world.known = onlyOf(world.known, new Set(wanted.map(({ codeId }) => codeId)))
    world.pace = kicked(world.pace)
  }
  for (const trouble of day.troubles) {
    if (trouble.is === 'reset' && trouble.at * MINUTE_MS === at) {
      lock.resetToFactory()
      world.wasReset = true
      if (trouble.isTold) hear(world)
    }
    if (trouble.is === 'by-hand' && trouble.at * MINUTE_MS === at) {
      const slot = trouble.slot % world.capabilities.slots.count
      const place = slot + world.capabilities.slots.first
      const isMixedUp =
        world.capabilities.readback === 'occupancy' && world.disk.entries.some(entry => entry.slot === place)
      const isSet = lock.setByHand(place, trouble.digits)
      if (isSet && isMixedUp) world.mixedUp += 1
      if (isSet && !isMixedUp) world.byHand.push(trouble.digits)
    }
    if (trouble.is === 'radio-away' && trouble.isTold && trouble.to * MINUTE_MS === at)
      world.pace = kicked(world.pace)
  }
}

function hear(world: World): void {
  world.known = { ...unsure(world.known), ledger: { ...world.known.ledger, timeSetAt: null } }
  world.pace = kicked(world.pace)
}

function start(world: World): void {
  world.isUp = true
  world.restartAt = undefined
  world.known = knownFrom(world.disk)
  world.pace = atOnce
}

function wantedAt(bookings: readonly Booking[], at: number): readonly Wanted[] {
  return bookings.flatMap(booking => {
    const span = spanAt(booking, at)
    if (!span || at < booking.toldAt * MINUTE_MS) return []
    // The lock service takes a code out of the set when its window has ended.
    if (span.to * MINUTE_MS + MINUTE_MS < at) return []
    const { id, digits } = booking
    return [{ codeId: id, kind: 'guest', digits, hash: `hash of ${digits}`, windows: [windowOf(span)] }]
  })
}

export function spanAt({ span, change }: Booking, at: number): Span | undefined {
  if (!change || at < change.at * MINUTE_MS) return span
  return change.to === 'cancelled' ? undefined : change.to
}

/** The bridge does what it can at this moment. */
function wake(world: World, at: number): void {
  const { capabilities } = world
  if (!world.isUp) return
  if (
    capabilities.wakeMinutes > 0 &&
    at % (capabilities.wakeMinutes * MINUTE_MS) === 0 &&
    isHeard(world, at) !== 'not'
  )
    world.pace = { ...world.pace, isAwake: true }
  const now = () => new Date(MIDNIGHT + world.now).toISOString()
  if (!mayAct(world.pace, capabilities, now())) return
  for (let steps = 0; ; steps += 1) {
    if (steps > STEPS_MAX) {
      world.ranAway = true
      world.pace = afterSettling(undefined)
      return
    }
    const setting = () => ({ known: world.known, capabilities, now: now() })
    const step = nextStep(world.wanted, setting())
    const dueAt = nextDue(world.wanted, setting())
    if (!step) {
      checkRestart(world)
      world.pace = afterSettling(dueAt)
      return
    }
    world.known = begin(world.known, step, now())
    world.disk = world.known.ledger
    const result = act(world, step)
    if (result === 'power cut') return
    world.now += STEP_MS
    world.known = learn(setting(), step, result)
    world.disk = world.known.ledger
    if (isSilence(result)) {
      world.pace = afterSilence(world.pace, {
        dueAt,
        pause: pauseMs(world.pace.failures, world.wanted, setting()),
        now: now(),
      })
      return
    }
  }
}

/** `half`: the lock hears and is not heard. */
function isHeard({ day }: World, at: number): 'well' | 'half' | 'not' {
  if (day.troubles.some(each => each.is === 'radio-away' && isIn(each, at))) return 'not'
  return day.troubles.some(each => each.is === 'answers-lost' && isIn(each, at)) ? 'half' : 'well'
}

function act(world: World, step: Step): Result | 'power cut' {
  const crash = world.crashes[0]
  const isChange = step.do === 'write' || step.do === 'adjust' || step.do === 'clear'
  const cuts = isChange && crash !== undefined && crash.at * MINUTE_MS <= world.now
  if (cuts && crash.isAfter) change(world, step)
  if (cuts) {
    world.crashes.shift()
    world.isUp = false
    world.restartAt = world.now + RESTART_MS
    world.bridgeAway.push({ from: world.now / MINUTE_MS, to: world.restartAt / MINUTE_MS })
    return 'power cut'
  }
  const heard = isHeard(world, world.now)
  count(world, step)
  if (step.do === 'ping') return { of: 'ping', isThere: heard === 'well' }
  if (step.do === 'list' || step.do === 'read') {
    if (heard !== 'well') return { of: 'read', views: undefined }
    const views = world.lock.read(step.do === 'list' ? undefined : [step.slot])
    return { of: 'read', views: views.map(toSeen) }
  }
  const answer: Answer = heard === 'not' ? { status: 'later' } : change(world, step)
  return { of: 'change', answer: heard === 'well' ? answer : { status: 'later' } }
}

function change({ lock, wanted }: World, step: Step): Answer {
  if (step.do === 'set-time') return lock.setTime()
  if (step.do === 'clear') return lock.clear(step.slot)
  if (step.do !== 'write' && step.do !== 'adjust') return { status: 'done' }
  const digits = wanted.find(({ codeId }) => codeId === step.codeId)?.digits ?? ''
  const code: StoredCode = { digits, isOn: step.to.isOn, windows: step.to.windows }
  return step.do === 'write' ? lock.write(step.slot, code) : lock.adjust(step.slot, code)
}

function toSeen(view: ReturnType<SimLock['read']>[number]): Seen {
  if (view.status === 'empty') return view
  const { digits, ...rest } = view
  return digits === undefined ? rest : { ...rest, hash: `hash of ${digits}` }
}

function count(world: World, step: Step): void {
  const { counts, known } = world
  if (step.do === 'ping') world.pings += 1
  const add = (map: Map<string, number>, codeId: string) => map.set(codeId, (map.get(codeId) ?? 0) + 1)
  if (step.do === 'write' || step.do === 'adjust' || step.do === 'clear') add(counts.writes, step.codeId)
  if (step.do !== 'read') return
  const own = known.ledger.entries.find(({ slot }) => slot === step.slot)?.codeId
  // A look before a write belongs to the code that is written next.
  const next = own ?? nextOf(world)
  if (next !== undefined) add(counts.reads, next)
}

function nextOf(world: World): string | undefined {
  const seen = new Map(
    [...(world.known.seen ?? [])].map(([slot, sight]) => [
      slot,
      { ...sight, at: instantOf(world.now / MINUTE_MS) },
    ]),
  )
  const known: Known = { ...world.known, seen }
  const step = nextStep(world.wanted, {
    known,
    capabilities: world.capabilities,
    now: instantOf(world.now / MINUTE_MS),
  })
  return step?.do === 'write' ? step.codeId : undefined
}

/** When all is done, a start from the disk finds nothing to write either. */
function checkRestart(world: World): void {
  const now = instantOf(world.now / MINUTE_MS)
  const views = world.lock.read(undefined).map(toSeen)
  const first = knownFrom(world.disk)
  const known = learn(
    { known: first, capabilities: world.capabilities, now },
    { do: 'list' },
    { of: 'read', views },
  )
  const isSame = known.ledger.foreign.join() === world.disk.foreign.join()
  if (isHeard(world, world.now) !== 'well' || world.wasReset || !isSame) return
  const step = nextStep(world.wanted, { known, capabilities: world.capabilities, now })
  if (step?.do === 'write' || step?.do === 'adjust' || step?.do === 'clear') world.writesAfterRestart += 1
}

/** Alarms as staff see them now, and everybody's digits at the keypad. */
function look(world: World, at: number): void {
  const { day, wanted, known, capabilities } = world
  const setting = { known, capabilities, now: instantOf(at / MINUTE_MS) }
  if (world.isUp)
    for (const codeId of alarmsOf(wanted, setting))
      if (!world.alarms.has(codeId)) world.alarms.set(codeId, at)
  if (world.isUp) reportOf(wanted, setting)
  for (const { id, digits } of day.bookings)
    world.tries.push({ at, bookingId: id, opens: world.lock.opensWith(digits, setting.now).length > 0 })
}
