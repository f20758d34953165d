import { setTimeout as pause } from 'node:timers/promises'

/** Tries until it no longer throws; the last failure is thrown when the deadline has passed. */
export async function eventually<T>(check: () => T | Promise<T>, deadlineMs = 10_000): Promise<T> {
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
