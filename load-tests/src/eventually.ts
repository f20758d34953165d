import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 50

/** Looks again until there is an answer; throws with `what` when the time is over. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  withinMs = 20_000,
): Promise<T> {
  const until = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > until) throw new Error(`Not within ${withinMs / 1000} s: ${what}.`)
    await pause(LOOK_AGAIN_MS)
  }
}
