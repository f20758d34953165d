import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** One registry a process; labels are bounded sets of words, never ids. */
export const metrics = new Registry()

/** Counts by words. The child of each set is kept, because looking it up by labels costs more than counting. */
export function counter(
  name: string,
  help: string,
  labels: readonly string[],
): (...words: readonly string[]) => void {
  const total =
    known(name, Counter) ?? new Counter({ name, help, labelNames: [...labels], registers: [metrics] })
  const children = new Map<string, { inc: () => void }>()
  return (...words) => {
    const key = words.join(' ')
    const child = children.get(key) ?? total.labels(...words)
    children.set(key, child)
    child.inc()
  }
}

export function histogram(name: string, help: string, buckets: readonly number[]): (value: number) => void {
  const sizes =
    known(name, Histogram) ?? new Histogram({ name, help, buckets: [...buckets], registers: [metrics] })
  return value => sizes.observe(value)
}

/** Read when it is asked for; of several with one name in a process the newest is read. */
export function gauge(name: string, help: string, read: () => number): void {
  metrics.removeSingleMetric(name)
  new Gauge({
    name,
    help,
    registers: [metrics],
    collect() {
      this.set(read())
    },
  })
}

// A test starts a service more than once in its process.
function known<M>(name: string, kind: abstract new (...args: never[]) => M): M | undefined {
  const metric: unknown = metrics.getSingleMetric(name)
  return metric instanceof kind ? metric : undefined
}
