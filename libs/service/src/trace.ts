import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const store = new AsyncLocalStorage<string>()

/** W3C `traceparent` of the work in progress, if any. */
export function currentTrace(): string | undefined {
  return store.getStore()
}

/** Runs `work` inside the trace of a header, or inside a new one where the header is missing or malformed. */
export function withTrace<T>(traceparent: string | undefined, work: () => T): T {
  const valid = traceparent !== undefined && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent)
  return store.run(valid ? traceparent : newTrace(), work)
}

/** Its randomness is that of UUIDs, which Node makes from a pool: every request begins with one. */
export function newTrace(): string {
  const trace = randomUUID().replaceAll('-', '')
  return `00-${trace}-${randomUUID().slice(-12)}${trace.slice(0, 4)}-01`
}
