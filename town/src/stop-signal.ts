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

/** npm starts scripts through a shell that dies of a SIGTERM without passing it on. */
function followNpm(ask: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    ask()
  }, PARENT_LOOK_MS)
  look.unref()
}
