import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { openLog } from './log-file.ts'

export type Program = {
  readonly command: string
  readonly args: readonly string[]
  /** Added to the few inherited variables: a process sees only what it was given. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Where the CPU is short, others go first: what it does can wait a second, a press at seven cannot. */
  readonly yields?: boolean
  readonly runAs?: { readonly uid: number; readonly gid: number }
  /** Done right before each start. */
  readonly prepare?: () => Promise<void>
  /** Asks for a graceful end; SIGTERM when not given. */
  readonly stopSignal?: NodeJS.Signals
}

export type RunningProgram = {
  readonly pid: number
  /** What it writes goes there; `from` is the size in bytes the file had when it started. */
  readonly log: { readonly file: string; readonly from: number }
  /** Settles with `exit 1` or the name of the signal. */
  readonly ended: Promise<string>
  readonly hasEnded: () => boolean
  readonly signal: (signal: NodeJS.Signals) => void
  /** Asks, waits at most `grace_ms`, then kills the whole process group; tells which of the two ended it. */
  readonly stop: (grace_ms: number) => Promise<'ended' | 'killed'>
}

const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LOG_LEVEL', 'NODE_EXTRA_CA_CERTS'] as const
const KILL_TAKES_MS = 2_000

/**
 * Starts a program in a process group of its own, so that a Ctrl-C in the terminal reaches only the supervisor, which
 * then stops everything in order. Its stdin stays open as long as we live: see EXIT_WITH_PARENT in parts.ts.
 */
export async function runProgram(program: Program, logFile: string): Promise<RunningProgram> {
  await program.prepare?.()
  const log = await openLog(logFile)
  const from = (await log.stat()).size
  try {
    const child = spawn(program.command, program.args, {
      env: { ...inheritedEnvironment(), ...program.env },
      cwd: program.cwd,
      ...program.runAs,
      detached: true,
      stdio: ['pipe', log.fd, log.fd],
    })
    await once(child, 'spawn')
    if (program.yields && child.pid !== undefined) os.setPriority(child.pid, lowPriority())
    return running(child, { stopSignal: program.stopSignal ?? 'SIGTERM', log: { file: logFile, from } })
  } finally {
    await log.close()
  }
}

/** Below our own, whatever that is: a town that is itself run with a low priority has parts that yield too. */
function lowPriority(): number {
  const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = os.constants.priority
  return Math.min(os.getPriority() + PRIORITY_BELOW_NORMAL, PRIORITY_LOW)
}

type Details = { readonly stopSignal: NodeJS.Signals; readonly log: RunningProgram['log'] }

function running(child: ChildProcess, { stopSignal, log }: Details): RunningProgram {
  const pid = child.pid
  if (pid === undefined) throw new Error('A spawned process without a pid')
  // A child that ends while we write to its stdin would otherwise raise EPIPE in us.
  child.stdin?.on('error', () => undefined)
  let over = false
  const ended = new Promise<string>(resolve => {
    child.once('exit', (code, signal) => {
      over = true
      resolve(signal ?? `exit ${code}`)
    })
  })
  const signal = (name: NodeJS.Signals) => void (over || child.kill(name))
  return {
    pid,
    log,
    ended,
    hasEnded: () => over,
    signal,
    stop: async grace_ms => {
      signal(stopSignal)
      await endedWithin(ended, grace_ms)
      if (over) return 'ended'
      killGroup(pid)
      await endedWithin(ended, KILL_TAKES_MS)
      return 'killed'
    },
  }
}

async function endedWithin(ended: Promise<string>, limit_ms: number): Promise<void> {
  const waiting = new AbortController()
  const limit = sleep(limit_ms, undefined, { signal: waiting.signal }).catch(() => undefined)
  await Promise.race([ended, limit])
  waiting.abort()
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    INHERITED.flatMap(name => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
