import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { METRICS, type Metric, type MetricName } from './metric-list.ts'

/** One registry a process: what the list names, and Node's own of memory, event loop and garbage. */
export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

/** A figure under the words of its labels, in the order of the list. */
export type Figure = { readonly words: readonly string[]; readonly value: number }

/**
 * Counts by words. The child of each set is kept, because looking it up by labels costs more than counting. `expected` words are told as
 * 0 from the start: Prometheus sees no rise between nothing and a first count, and at seven the first count is all there is.
 */
export function counter(
  name: MetricName<'counter'>,
  expected: readonly (readonly string[])[] = [],
): (...words: readonly string[]) => void {
  const { help, labelNames } = shapeOf(name)
  const total = known(name, Counter) ?? new Counter({ name, help, labelNames, registers: [metrics] })
  const childOf = keeping((words: readonly string[]) => total.labels(...words))
  for (const words of expected) childOf(words).inc(0)
  return (...words) => childOf(words).inc()
}

/** As `counter`, with what is expected told as empty. */
export function histogram(
  name: MetricName<'histogram'>,
  expected: readonly (readonly string[])[] = [],
): (value: number, ...words: readonly string[]) => void {
  const { help, labelNames, buckets } = shapeOf(name)
  const begun = known(name, Histogram)
  const sizes = begun ?? new Histogram({ name, help, labelNames, buckets, registers: [metrics] })
  const childOf = keeping((words: readonly string[]) => sizes.labels(...words))
  const zero = (words: readonly string[]) =>
    sizes.zero(Object.fromEntries(labelNames.map((label, index) => [label, words[index] ?? ''])))
  if (!begun) expected.forEach(zero)
  return (value, ...words) => childOf(words).observe(value)
}

/** Read when it is asked for; of several with one name in a process the newest is read. */
export function gauge(name: MetricName<'gauge'>, read: () => number | Promise<number>): void {
  gauges(name, async () => [{ words: [], value: await read() }])
}

/** A figure that cannot be read in time is left out, and the others are told. */
export function gauges(name: MetricName<'gauge'>, read: () => Promise<readonly Figure[]>): void {
  const { help, labelNames } = shapeOf(name)
  metrics.removeSingleMetric(name)
  new Gauge({
    name,
    help,
    labelNames,
    registers: [metrics],
    async collect() {
      const figures = await inTime(read).catch(() => [])
      this.reset()
      if (labelNames.length === 0 && figures.length === 0) this.remove()
      for (const { words, value } of figures) this.labels(...words).set(value)
    },
  })
}

const READ_MS = 2_000
const SHARED_MS = 500

/** Several figures of one question: it is asked once for all that are read at a time. */
export function shared<V>(read: () => Promise<V>): () => Promise<V> {
  let last: { readonly at: number; readonly answer: Promise<V> } | undefined
  return () => {
    const now = performance.now()
    if (last === undefined || now - last.at > SHARED_MS) last = { at: now, answer: read() }
    return last.answer
  }
}

async function inTime<V>(read: () => Promise<V>): Promise<V> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('not read in time')), READ_MS)
  try {
    return await Promise.race([read(), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function shapeOf(name: keyof typeof METRICS) {
  const { help, labels = {}, buckets = [] }: Metric = METRICS[name]
  return { help, labelNames: Object.keys(labels), buckets: [...buckets] }
}

function keeping<C>(make: (words: readonly string[]) => C): (words: readonly string[]) => C {
  const children = new Map<string, C>()
  return words => {
    const key = words.join(' ')
    const child = children.get(key) ?? make(words)
    children.set(key, child)
    return child
  }
}

// A test starts a service more than once in its process.
function known<M>(name: string, kind: abstract new (...args: never[]) => M): M | undefined {
  const metric: unknown = metrics.getSingleMetric(name)
  return metric instanceof kind ? metric : undefined
}
