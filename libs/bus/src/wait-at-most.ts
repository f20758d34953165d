import { setTimeout as pause } from 'node:timers/promises'

/** Waits for `work` to end, well or badly, but no longer than the limit. */
export async function waitAtMost(limitMs: number, work: Promise<unknown>): Promise<void> {
  const limit = new AbortController()
  const passed = pause(limitMs, undefined, { signal: limit.signal })
  await Promise.race([work, passed]).catch(() => undefined)
  limit.abort()
  await passed.catch(() => undefined)
}
