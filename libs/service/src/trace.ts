import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** A piece of work as a trace shows it. Attributes hold what logs may hold: ids and codes of answers, nobody's data. */
export type Span = {
  readonly name: string
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal'
  readonly attributes?: Readonly<Record<string, string | number>>
}
/** A span that has ended. Times are milliseconds since 1970. */
export type EndedSpan = Span & {
  readonly traceId: string
  readonly spanId: string
  readonly parentId: string | undefined
  readonly from: number
  readonly to: number
  readonly failed: boolean
}
type Keeper = { readonly share: number; readonly keep: (span: EndedSpan) => void }

const store = new AsyncLocalStorage<string>()
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const SAMPLED = '01'
const NOT_SAMPLED = '00'
/** Of what nobody keeps spans of, so that some of a rush's work can be followed in the logs. */
const SHARE_OF_LOGS = 0.01
let keeper: Keeper | undefined

/** Until it is called nothing is kept and a span costs nothing; `share` of the traces that begin here are kept whole, and every span that failed. */
export function keepSpans(by: Keeper): () => void {
  keeper = by
  return () => {
    keeper = undefined
  }
}

export function keepsSpans(): boolean {
  return keeper !== undefined
}

/** Whether one of many should be traced, where each would cost too much. */
export function isChosen(): boolean {
  return Math.random() < (keeper?.share ?? SHARE_OF_LOGS)
}

/** W3C `traceparent` of the work in progress, if any. */
export function currentTrace(): string | undefined {
  return store.getStore()
}

/** Runs `work` inside the trace of a header, or inside a new one where the header is missing or malformed. */
export function withTrace<T>(traceparent: string | undefined, work: () => T): T {
  return store.run(
    traceparent !== undefined && TRACEPARENT.test(traceparent) ? traceparent : newTrace(),
    work,
  )
}

/** A stranger's trace as ours: their id, so that they find it again, but whether it is kept is not theirs to say. */
export function strangersTrace(traceparent: string | undefined, kept = isChosen()): string | undefined {
  const [, traceId, spanId] = TRACEPARENT.exec(traceparent ?? '') ?? []
  return traceId === undefined ? undefined : `00-${traceId}-${spanId}-${kept ? SAMPLED : NOT_SAMPLED}`
}

/** Its randomness is that of UUIDs, which Node makes from a pool: every request begins with one. Its first span has no parent. */
export function newTrace(kept = keeper !== undefined && isChosen()): string {
  const trace = randomUUID().replaceAll('-', '')
  return `00-${trace}-${rootOf(trace)}-${kept ? SAMPLED : NOT_SAMPLED}`
}

/** Runs `work` as a span of the trace in progress. It failed where `work` throws, or where `isFailure` says so of its result. */
export async function inSpan<T>(
  span: Span,
  work: () => T | Promise<T>,
  isFailure: (result: T) => boolean = () => false,
): Promise<T> {
  const parent = keeper && store.getStore()
  if (parent === undefined) return await work()
  const own = childOf(parent)
  const from = now()
  let failed = true
  try {
    const result = await store.run(own, work)
    failed = isFailure(result)
    return result
  } finally {
    end(span, { own, parent, from, failed })
  }
}

/** A span of work that was done for many at once, or that turned out to be worth one: told when it has ended. */
export function noteSpan(
  span: Span,
  {
    parent = newTrace(false),
    from,
    failed = false,
  }: { parent?: string | undefined; from: number; failed?: boolean },
): void {
  if (keeper) end(span, { own: childOf(parent), parent, from, failed })
}

/** Now, as spans count it. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}

function end(
  span: Span,
  { own, parent, from, failed }: { own: string; parent: string; from: number; failed: boolean },
): void {
  const [, traceId = '', spanId = '', flags] = TRACEPARENT.exec(own) ?? []
  if (flags !== SAMPLED && !failed) return
  const [, , parentId] = TRACEPARENT.exec(parent) ?? []
  keeper?.keep({
    ...span,
    traceId,
    spanId,
    parentId: parentId === rootOf(traceId) ? undefined : parentId,
    from,
    to: now(),
    failed,
  })
}

function childOf(parent: string): string {
  return `${parent.slice(0, 36)}${randomUUID().replaceAll('-', '').slice(16)}${parent.slice(52)}`
}

function rootOf(traceId: string): string {
  return traceId.slice(16)
}
