import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { onRestored } from './restored.ts'
import type { Away, Result } from './result.ts'
import { onSessionChanged } from './session-signal.ts'

const REFRESH_MS = 20_000
const RETRY_MS = 5000

/** What a screen shows of a question: the last good value stays while it is asked again or the server is away. */
export type Shown<V, P> = {
  readonly status: 'loading' | 'ok' | 'refused' | 'away'
  readonly value: V | undefined
  readonly problem: P | undefined
  readonly away: Away | undefined
  readonly reload: () => void
}
type Options = {
  /** Asks again every 20 s ± 5 s while the page is visible. */
  readonly refresh?: boolean
  /** Asks again so often, a quarter more or less. */
  readonly refreshMs?: number
}

/**
 * Asks when `deps` change and drops answers that come too late; retries by itself while the server is away.
 * `useApi(signal => api.get('/api/venues/{venueId}', { params: { venueId }, signal }), [venueId])`.
 * Conditional requests are the browser's: it keeps the entity tag and turns a 304 into the same value.
 */
export function useApi<V, P>(
  ask: (signal: AbortSignal) => Promise<Result<V, P>>,
  deps: readonly unknown[],
  { refresh = false, refreshMs = refresh ? REFRESH_MS : undefined }: Options = {},
): Shown<V, P> {
  const [result, setResult] = useState<Result<V, P>>()
  const [value, setValue] = useState<V>()
  const [round, setRound] = useState(0)
  const reload = useCallback(() => setRound(number => number + 1), [])
  const asking = useRef(ask)
  asking.current = ask
  // Before the paint and not after it: what was asked ahead is then drawn at once, and the rest is asked for sooner.
  useLayoutEffect(() => {
    setResult(undefined)
    setValue(undefined)
  }, deps)
  useLayoutEffect(() => {
    const controller = new AbortController()
    void asking.current(controller.signal).then(answer => {
      if (controller.signal.aborted) return
      setResult(answer)
      if (answer.status !== 'away') setValue(answer.status === 'ok' ? answer.value : undefined)
    })
    return () => controller.abort()
  }, [...deps, round])
  useEffect(() => onSessionChanged(reload), [reload])
  useEffect(() => onRestored(reload), [reload])
  useWhenVisible(reload, delayOf(result, refreshMs))
  return shown(result, value, reload)
}

function shown<V, P>(
  result: Result<V, P> | undefined,
  value: V | undefined,
  reload: () => void,
): Shown<V, P> {
  return {
    status: result === undefined ? 'loading' : result.status,
    value,
    problem: result?.status === 'refused' ? result.problem : undefined,
    away: result?.status === 'away' ? result : undefined,
    reload,
  }
}

function delayOf<V, P>(result: Result<V, P> | undefined, refreshMs: number | undefined): Delay {
  if (result?.status === 'away') return { ms: (result.retryAfter ?? 0) * 1000 || RETRY_MS, since: result }
  return { ms: result ? refreshMs : undefined, since: result }
}

type Delay = { readonly ms: number | undefined; readonly since: unknown }

// The spread keeps a hall full of phones from asking in the same second.
function useWhenVisible(act: () => void, { ms, since }: Delay): void {
  useEffect(() => {
    if (ms === undefined) return
    const dueAt = performance.now() + ms * (0.75 + Math.random() * 0.5)
    const look = () => {
      if (performance.now() >= dueAt && document.visibilityState === 'visible') act()
    }
    const timer = setInterval(look, 500)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [act, ms, since])
}
