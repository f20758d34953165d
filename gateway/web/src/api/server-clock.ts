import type { Instant } from '@asaichi/contract/time.ts'

/** Server milliseconds minus our monotonic clock: the phone's own clock is often wrong and never asked. */
let offsetMs: number | undefined

/** Takes the `server-time` header of any answer. The `Date` header is of no use: a demo's town has a time of its own. */
export function learnServerTime(instant: string | null): void {
  const ms = instant === null ? Number.NaN : Date.parse(instant)
  if (!Number.isNaN(ms)) offsetMs = ms - performance.now()
}

/** Milliseconds of the server's clock; nothing before the first answer. */
export function serverNowMs(): number | undefined {
  return offsetMs === undefined ? undefined : offsetMs + performance.now()
}

/** The server's time as an instant; nothing before the first answer. */
export function serverNow(): Instant | undefined {
  const ms = serverNowMs()
  return ms === undefined ? undefined : new Date(ms).toISOString()
}

/** Takes an answer of `/api/time`, which was on its way since `sentAt` of the monotonic clock: half of that is the way back. */
export function setServerTime(instant: Instant, sentAt: number): void {
  offsetMs = Date.parse(instant) + (performance.now() - sentAt) / 2 - performance.now()
}

/**
 * Takes the time that the front door wrote on the page itself (`server-timing: now`), so that a first visit need not ask.
 * A page out of a cache has an old one. Soon `/api/time` is asked all the same, by whoever shows a clock.
 */
export function learnTimeOfPage(): void {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (!page || page.transferSize === 0 || page.type === 'back_forward') return
  const instant = page.serverTiming?.find(({ name }) => name === 'now')?.description
  const ms = instant === undefined ? Number.NaN : Date.parse(instant)
  if (!Number.isNaN(ms)) offsetMs = ms - (page.requestStart + page.responseStart) / 2
}
