import { setTimeout as pause } from 'node:timers/promises'
import type { CodeReport } from '@asaichi/contract/lock/code-report.ts'
import type { LockFact } from '@asaichi/lock-client/event-log.ts'
import type { Log } from '@asaichi/service/log.ts'
import type { Capabilities, DriverEvent, LockDriver } from './driver.ts'
import { factOf, factsBetween } from './facts.ts'
import type { LedgerFile } from './ledger-file.ts'
import { nextDue } from './planner/due.ts'
import { codeAt, type Known, knownFrom } from './planner/known.ts'
import { begin, isSilence, learn, onlyOf, unsure } from './planner/learn.ts'
import { afterSettling, afterSilence, atOnce, kicked, mayAct, type Pace, pauseMs } from './planner/pace.ts'
import { nextStep } from './planner/plan.ts'
import { alarmsOf, reportOf } from './planner/report.ts'
import type { Wanted } from './planner/wanted.ts'
import { quietly, takeStep } from './take-step.ts'

/** More steps at one moment than any lock needs; a driver that never agrees with itself ends here and not with the battery. */
const STEPS_MAX = 2_000

export type HostOptions = {
  readonly driver: LockDriver
  readonly file: LedgerFile
  /** Keyed hash of digits that were read. */
  readonly hashOf: (digits: string) => string
  /** The time, or undefined while the clock is not known: then nothing is decided by it. */
  readonly now: () => string | undefined
  readonly onFact: (fact: LockFact) => void
  readonly log: Log
}
/** One lock's keeper: the only one who writes to it, one step after another. */
export type Host = {
  readonly want: (codes: readonly Wanted[]) => void
  /** Does what there is to do now, and ends when nothing is left, or the lock does not answer. */
  readonly settle: () => Promise<'settled' | 'silent' | 'resting'>
  /** The same where the time has come; called once a second or so. */
  readonly tick: () => Promise<void>
  readonly lookAgain: () => void
  /** When nothing is under way. */
  readonly settled: () => Promise<unknown>
  readonly capabilities: () => Capabilities | undefined
  readonly report: () => readonly CodeReport[]
  readonly alarms: () => readonly string[]
  readonly foreign: () => readonly number[]
  readonly placesUsed: () => number
  readonly codeAt: (slot: number) => string | undefined
  readonly battery: () => number | null
}

export async function openHost(options: HostOptions): Promise<Host> {
  const { driver, file } = options
  const keeper = createKeeper(options, knownFrom(await file.read()))
  driver.onEvent(event => keeper.hear(event))
  const { state } = keeper
  let last: Promise<unknown> = Promise.resolve()
  const settle: Host['settle'] = () => {
    const turn = last.then(keeper.work)
    last = turn.catch(() => undefined)
    return turn
  }
  const setting = () => {
    const now = options.now()
    const { known, capabilities } = state
    return now === undefined || !capabilities ? undefined : { known, capabilities, now }
  }
  return {
    want(codes) {
      state.wanted = codes
      state.known = onlyOf(state.known, new Set(codes.map(({ codeId }) => codeId)))
      state.pace = kicked(state.pace)
    },
    settle,
    settled: () => last,
    async tick() {
      const now = options.now()
      // The town's clock was set back, and what was put off would wait for ever.
      if (now !== undefined && now < (state.tickedAt ?? '')) state.pace = kicked(state.pace)
      state.tickedAt = now
      if (now !== undefined && mayAct(state.pace, state.capabilities, now)) await settle()
    },
    lookAgain() {
      state.known = unsure(state.known)
      state.pace = kicked(state.pace)
    },
    capabilities: () => state.capabilities,
    report() {
      const known = setting()
      return known
        ? reportOf(state.wanted, known)
        : state.wanted.map(({ codeId }) => ({ id: codeId, result: 'unconfirmed' }))
    },
    alarms() {
      const known = setting()
      return known ? alarmsOf(state.wanted, known) : []
    },
    foreign: () => state.known.ledger.foreign,
    placesUsed: () => state.known.ledger.entries.length,
    codeAt: slot => codeAt(state.known.ledger, slot),
    battery: () => state.battery,
  }
}

type State = {
  known: Known
  capabilities: Capabilities | undefined
  pace: Pace
  wanted: readonly Wanted[]
  battery: number | null
  isBatteryLow: boolean
  tickedAt: string | undefined
}

function createKeeper(options: HostOptions, known: Known) {
  const { driver, file, log, onFact } = options
  const state: State = {
    known,
    capabilities: undefined,
    pace: atOnce,
    wanted: [],
    battery: null,
    isBatteryLow: false,
    tickedAt: undefined,
  }

  async function work(): Promise<'settled' | 'silent' | 'resting'> {
    const now = options.now()
    if (now === undefined || !mayAct(state.pace, state.capabilities, now)) return 'resting'
    state.capabilities ??= await quietly(log, () => driver.capabilities())
    if (!state.capabilities) return rest(now)
    for (let steps = 0; steps < STEPS_MAX; steps += 1) {
      const outcome = await turn(state.capabilities)
      if (outcome !== 'on') return outcome
    }
    log.error('the lock does not come to rest')
    return rest(now)
  }

  async function turn(capabilities: Capabilities): Promise<'settled' | 'silent' | 'resting' | 'on'> {
    const now = options.now()
    if (now === undefined) return 'resting'
    const setting = { known: state.known, capabilities, now }
    const step = nextStep(state.wanted, setting)
    if (!step) {
      state.pace = afterSettling(nextDue(state.wanted, setting))
      return 'settled'
    }
    state.known = begin(state.known, step, now)
    await file.keep(state.known.ledger)
    const code = 'codeId' in step ? state.wanted.find(({ codeId }) => codeId === step.codeId) : undefined
    const result = await takeStep(options, step, { digits: code?.digits ?? '', now })
    const before = state.known
    state.known = learn({ known: before, capabilities, now: options.now() ?? now }, step, result)
    await file.keep(state.known.ledger)
    for (const fact of factsBetween(before, state.known)) onFact(fact)
    if (isSilence(result)) return rest(now)
    if (capabilities.budget.gapMs > 0) await pause(capabilities.budget.gapMs)
    return 'on'
  }

  function rest(now: string): 'silent' {
    const { capabilities, known, pace, wanted } = state
    const dueAt = capabilities && nextDue(wanted, { known, capabilities, now })
    state.known = { ...known, isReachable: false }
    state.pace = afterSilence(pace, { dueAt, pause: pauseMs(pace.failures, wanted, { known, now }), now })
    return 'silent'
  }

  return { state, work, hear: (event: DriverEvent) => hear(state, event, onFact) }
}

function hear(state: State, event: DriverEvent, onFact: HostOptions['onFact']): void {
  const fact = factOf(event, state)
  const isKnown = event.type === 'battery' && state.isBatteryLow
  if (fact && !isKnown) onFact(fact)
  switch (event.type) {
    case 'reset':
    case 'changed-outside':
      state.known = unsure(state.known)
      break
    case 'reachable':
      if (!event.isIt) state.known = { ...state.known, isReachable: false }
      break
    case 'awake':
      state.pace = { ...state.pace, isAwake: true }
      break
    case 'battery':
      state.battery = event.percent
      state.isBatteryLow = event.isLow
      break
    case 'opened':
    case 'denied':
    case 'locked':
    case 'tamper':
    case 'clock-lost':
      break
  }
  if (event.type === 'reset' || event.type === 'clock-lost')
    state.known = { ...state.known, ledger: { ...state.known.ledger, timeSetAt: null } }
  if (event.type !== 'reachable' || event.isIt) state.pace = kicked(state.pace)
}
