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
