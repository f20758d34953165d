import { startWorkLoop, type WorkLoop } from '@asaichi/service/work-loop.ts'

const FINE_MS = 5_000
const AGAIN_MS = 250

/** Streams can be wiped under us and nothing recreates them by itself, so each producer asserts its own again and again (E8). */
export function startAsserting(assert: () => Promise<void>): WorkLoop {
  let waitMs = AGAIN_MS
  return startWorkLoop({
    work: async () => {
      waitMs = AGAIN_MS
      await assert()
      waitMs = FINE_MS
      return false
    },
    waitMs: () => waitMs,
    // It fails as long as the bus is away, and the relay and the consumers tell of that.
    onError: () => undefined,
  })
}
