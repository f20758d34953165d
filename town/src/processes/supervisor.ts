import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { type Part, type Supervised, type SupervisedSettings, supervise } from './supervised.ts'

export type SupervisorOptions = {
  /** Holds `logs/<name>.log` and the records of running processes. */
  readonly dir: string
  readonly log: (line: string) => void
  readonly readyWithin_ms?: number
  readonly beatWithin_ms?: number
  readonly stopWithin_ms?: number
  readonly backoff?: SupervisedSettings['backoff']
}

export type Supervisor = {
  /** Starts parts, each as soon as what it depends on is ready; resolves when all are ready. */
  readonly launch: (parts: readonly Part[]) => Promise<void>
  /** Stops everything, dependents first, within 10 s in all; what does not listen is killed. */
  readonly stopAll: () => Promise<void>
  readonly start: (name: string) => Promise<void>
  /** Stops one part, gracefully, and leaves it stopped. */
  readonly stop: (name: string) => Promise<void>
  /** Sends a signal; a part that dies of it is started again. */
  readonly kill: (name: string, signal: NodeJS.Signals) => void
  readonly pidOf: (name: string) => number | undefined
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const STOP_WITHIN_MS = 9_000
const STOP_ONE_WITHIN_MS = 5_000
const BEAT_WITHIN_MS = 10_000
const READY_WITHIN_MS = 90_000
const BACKOFF = { first_ms: 250, most_ms: 10_000, healthyAfter_ms: 30_000 }

export async function createSupervisor(options: SupervisorOptions): Promise<Supervisor> {
  const settings: SupervisedSettings = {
    logs: path.join(options.dir, 'logs'),
    records: path.join(options.dir, 'run'),
    log: options.log,
    readyWithin_ms: options.readyWithin_ms ?? READY_WITHIN_MS,
    beatWithin_ms: options.beatWithin_ms ?? BEAT_WITHIN_MS,
    backoff: options.backoff ?? BACKOFF,
  }
  await mkdir(settings.records, { recursive: true })
  const { stopWithin_ms = STOP_WITHIN_MS } = options
  const guard = startGuard(settings.records, stopWithin_ms)
  const all = new Map<string, Supervised>()
  const ready = new Map<string, Promise<void>>()
  let closed = false
  const named = (name: string) => all.get(name) ?? fail(`No part is named ${name}`)

  const stopAll = async () => {
    closed = true
    await stopInOrder([...all.values()], stopWithin_ms)
    guard.stdin?.end()
  }

  return {
    launch: async parts => {
      if (closed) fail('The supervisor is stopped')
      await launchInOrder(register(all, parts, settings), ready, settings.log)
    },
    stopAll,
    start: name => named(name).start(),
    stop: name => named(name).stop(STOP_ONE_WITHIN_MS),
    kill: (name, signal) => named(name).signal(signal),
    pidOf: name => named(name).pid(),
    [Symbol.asyncDispose]: stopAll,
  }
}

/** A dependency must be registered before its dependents, so there can be no circle. */
function register(all: Map<string, Supervised>, parts: readonly Part[], settings: SupervisedSettings) {
  return parts.map(part => {
    if (all.has(part.name)) fail(`Two parts are named ${part.name}`)
    for (const name of part.dependsOn ?? [])
      if (!all.has(name)) fail(`${part.name} depends on ${name}, which is not there`)
    const supervised = supervise(part, settings)
    all.set(part.name, supervised)
    return supervised
  })
}

async function launchInOrder(
  fresh: readonly Supervised[],
  ready: Map<string, Promise<void>>,
  log: (line: string) => void,
): Promise<void> {
  for (const { part, start } of fresh) {
    const needed = (part.dependsOn ?? []).flatMap(name => ready.get(name) ?? [])
    const begun = Promise.all(needed).then(async () => {
      const from = Date.now()
      await start()
      log(`  ${part.name} is ready (${((Date.now() - from) / 1000).toFixed(1)} s)`)
    })
    ready.set(part.name, begun)
  }
  await Promise.all(fresh.flatMap(({ part }) => ready.get(part.name) ?? []))
}

/** Each part waits for its dependents, and each level gets an equal share of the time. */
async function stopInOrder(all: readonly Supervised[], stopWithin_ms: number): Promise<void> {
  const grace_ms = stopWithin_ms / Math.max(1, levels(all))
  const stopped = new Map<string, Promise<void>>()
  for (const one of all.toReversed()) {
    const dependents = all.filter(({ part }) => part.dependsOn?.includes(one.part.name))
    const first = Promise.all(dependents.flatMap(({ part }) => stopped.get(part.name) ?? []))
    stopped.set(
      one.part.name,
      first.then(() => one.stop(grace_ms)),
    )
  }
  await Promise.all(stopped.values())
}

function levels(all: readonly Supervised[]): number {
  const depth = new Map<string, number>()
  for (const { part } of all)
    depth.set(part.name, 1 + Math.max(0, ...(part.dependsOn ?? []).map(name => depth.get(name) ?? 0)))
  return Math.max(0, ...depth.values())
}

function startGuard(records: string, stopWithin_ms: number): ChildProcess {
  const script = path.join(import.meta.dirname, 'orphan-guard.ts')
  const guard = spawn(process.execPath, [script, records, String(stopWithin_ms)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.stdin?.on('error', () => undefined)
  guard.unref()
  return guard
}

function fail(message: string): never {
  throw new Error(message)
}
