import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Program, type RunningProgram, runProgram } from '@asaichi/servers/processes/program.ts'
import { isBeating, type Ready, untilReady } from '@asaichi/servers/processes/ready.ts'
import { type NamedPort, PortTakenError, requireFreePort } from '@asaichi/servers/tcp-port.ts'
import { removeRecord, stopSurvivor, writeRecord } from './process-records.ts'

/** One process of the town, and what has to be known to keep it running. */
export type Part = Program & {
  readonly name: string
  readonly ready: Ready
  /** Names of parts that must be ready before this one starts and must outlive it. */
  readonly dependsOn?: readonly string[]
  readonly ports?: readonly NamedPort[]
}

export type SupervisedSettings = {
  readonly logs: string
  readonly records: string
  readonly log: (line: string) => void
  readonly readyWithin_ms: number
  /** A process that answers nothing for so long is killed and started again. */
  readonly beatWithin_ms: number
  readonly backoff: { readonly first_ms: number; readonly most_ms: number; readonly healthyAfter_ms: number }
}

export type Supervised = {
  readonly part: Part
  /** Resolves when the process is ready; rejects when it cannot be brought up, and then it is not tried again. */
  readonly start: () => Promise<void>
  readonly stop: (grace_ms: number) => Promise<void>
  readonly signal: (signal: NodeJS.Signals) => void
  readonly pid: () => number | undefined
}

const ATTEMPTS_AT_START = 3
const LEFTOVER_STOP_MS = 3_000
const UNREADY_STOP_MS = 1_000

type Life = {
  readonly over: AbortController
  readonly ended: Promise<void>
}

export function supervise(part: Part, settings: SupervisedSettings): Supervised {
  let life: Life | undefined
  let current: RunningProgram | undefined
  let grace_ms = 0

  const liveOnce = async (over: AbortSignal, onReady: () => void): Promise<string> => {
    const program = await launch(part, settings)
    current = program
    try {
      const lived = untilReady(part.ready, program, settings.readyWithin_ms)
        .then(onReady)
        .then(async () => await lifeOf(program))
      return await Promise.race([lived, aborted(over)])
    } finally {
      const limit_ms = over.aborted ? grace_ms : UNREADY_STOP_MS
      if ((await program.stop(limit_ms)) === 'killed')
        settings.log(
          `${part.name} did not end in ${limit_ms / 1000} s and was killed (log: ${shownLog(part, settings)})`,
        )
      await removeRecord(settings.records, part.name)
    }
  }

  /** Ends with the process, or kills it where its event loop has stopped; the look-outs end with it. */
  const lifeOf = async (program: RunningProgram): Promise<string> => {
    const over = new AbortController()
    const hangs = untilBeatStops(part.ready, settings.beatWithin_ms, over.signal)
    // Ended by the process's own end.
    hangs.catch(() => undefined)
    try {
      const end = await Promise.race([program.ended, hangs])
      if (end !== 'hangs') return `died (${end})`
      program.signal('SIGKILL')
      return `gave no sign of life for ${settings.beatWithin_ms / 1000} s and was killed (${await program.ended})`
    } finally {
      over.abort()
    }
  }

  return {
    part,
    start: async () => {
      if (life !== undefined) throw new Error(`${part.name} is already started`)
      const over = new AbortController()
      const ready = Promise.withResolvers<void>()
      const ended = keepAlive({ part, settings, over: over.signal, onReady: ready.resolve }, liveOnce)
      life = { over, ended: ended.catch(ready.reject) }
      await Promise.race([ready.promise, ended])
      if (over.signal.aborted) throw new Error(`${part.name} was stopped before it was ready`)
    },
    stop: async within_ms => {
      grace_ms = within_ms
      life?.over.abort()
      await life?.ended
      life = undefined
    },
    signal: name => current?.signal(name),
    pid: () => (current?.hasEnded() === false ? current.pid : undefined),
  }
}

const LOOKS = 5

/**
 * From outside, because a process that hangs cannot tell; also one that was stopped by a signal. Several looks in a row, so
 * that a machine which stood still itself is not taken for a process that does.
 */
async function untilBeatStops(ready: Ready, within_ms: number, over: AbortSignal): Promise<'hangs'> {
  for (let missed = 0; missed < LOOKS; ) {
    await sleep(within_ms / LOOKS / 2, undefined, { signal: over })
    missed = (await isBeating(ready)) ? 0 : missed + 1
  }
  return 'hangs'
}

type Keeping = {
  readonly part: Part
  readonly settings: SupervisedSettings
  readonly over: AbortSignal
  readonly onReady: () => void
}

type LiveOnce = (over: AbortSignal, onReady: () => void) => Promise<string>

/** Runs the process again and again until told that it is over; throws when it never became ready at all. */
async function keepAlive({ part, settings, over, onReady }: Keeping, liveOnce: LiveOnce): Promise<void> {
  const { backoff, readyWithin_ms } = settings
  const giveUpAt = Date.now() + readyWithin_ms
  let failures = 0
  let restarts = 0
  let wasReady = false
  while (!over.aborted) {
    const begun = Date.now()
    const error = await liveOnce(over, () => {
      wasReady = true
      onReady()
    }).then(reason => new Error(reason), asError)
    if (over.aborted) return
    failures = Date.now() - begun >= backoff.healthyAfter_ms ? 1 : failures + 1
    if (!wasReady && error instanceof PortTakenError) throw error
    if (!wasReady && (failures >= ATTEMPTS_AT_START || Date.now() >= giveUpAt))
      throw new Error(`${part.name}: ${error.message} (log: ${shownLog(part, settings)})`)
    const pause_ms = Math.min(backoff.first_ms * 2 ** (failures - 1), backoff.most_ms)
    // A start is reported once, by its success or its failure.
    if (wasReady) {
      restarts += 1
      settings.log(
        `${part.name}: ${error.message}; starting it again in ${pause_ms} ms (restart ${restarts}, log: ${shownLog(part, settings)})`,
      )
    }
    await sleep(pause_ms, undefined, { signal: over }).catch(() => undefined)
  }
}

async function launch(part: Part, settings: SupervisedSettings): Promise<RunningProgram> {
  await stopSurvivor(settings.records, part.name, LEFTOVER_STOP_MS)
  for (const port of part.ports ?? []) await requireFreePort(part.name, port)
  const program = await runProgram(part, logOf(part, settings))
  await writeRecord(settings.records, part.name, {
    pid: program.pid,
    stopSignal: part.stopSignal ?? 'SIGTERM',
    exitsWithParent: part.env?.['EXIT_WITH_PARENT'] === '1',
  })
  return program
}

function aborted(signal: AbortSignal): Promise<string> {
  return new Promise(resolve => {
    if (signal.aborted) resolve('stopped')
    signal.addEventListener('abort', () => resolve('stopped'), { once: true })
  })
}

function logOf(part: Part, settings: SupervisedSettings): string {
  return path.join(settings.logs, `${part.name}.log`)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

function shownLog(part: Part, settings: SupervisedSettings): string {
  const file = logOf(part, settings)
  const fromHere = path.relative('', file)
  return fromHere.startsWith('..') ? file : fromHere
}
