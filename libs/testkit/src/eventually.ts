import { setTimeout as pause } from 'node:timers/promises'

/** Tries until it no longer throws; the last failure is thrown when the deadline has passed, which is there for what never comes. */
export async function eventually<T>(check: () => T | Promise<T>, deadlineMs = 60_000): Promise<T> {
  const until = performance.now() + deadlineMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (performance.now() > until) throw error
      await pause(20)
    }
  }
}
