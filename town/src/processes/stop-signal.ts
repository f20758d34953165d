import { readFileSync } from 'node:fs'
import { parentOf } from './process-records.ts'

export type StopSignal = { readonly signal: AbortSignal; readonly asked: Promise<void> }

const IMPATIENT_AFTER_MS = 1_000
const PARENT_LOOK_MS = 500

/** Ctrl-C, a signal, a closed terminal, or an npm that was ended: each asks once; a second Ctrl-C does not wait. */
export function askedToStop(): StopSignal {
  const stopping = new AbortController()
  const asked = new Promise<void>(resolve => {
    stopping.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  let askedAt: number | undefined
  const ask = () => {
    const now = performance.now()
    // npm passes a Ctrl-C on that the terminal has already sent us.
    if (askedAt !== undefined && now - askedAt > IMPATIENT_AFTER_MS) leaveNow()
    askedAt ??= now
    stopping.abort()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask)
  followNpm(ask)
  return { signal: stopping.signal, asked }
}

/** The orphan guard ends what still runs. */
function leaveNow(): never {
  console.log('Leaving at once; what still runs is ended in the background.')
  process.exit(130)
}

/** npm starts a script through a shell, which dies of a signal, or lives on without npm, and passes on neither. */
function followNpm(ask: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const npm = isShell(parent) ? parentOf(parent) : undefined
  const look = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return
    clearInterval(look)
    ask()
  }, PARENT_LOOK_MS)
  look.unref()
}

function isShell(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[1] === '-c'
  } catch {
    return false
  }
}
