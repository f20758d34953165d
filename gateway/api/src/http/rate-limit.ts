import { createBoundedMap } from '@asaichi/service/bounded-map.ts'
import { monotonicMs } from '@asaichi/service/clock.ts'

/** Token buckets by key: `take` answers 0, or the whole seconds to wait for the next token. */
export type Buckets = { readonly take: (key: string) => number }

type Bucket = { readonly tokens: number; readonly atMs: number }

const MOST_KEYS = 100_000

export function createBuckets(limits: {
  readonly perSecond: number
  readonly burst: number
  readonly nowMs?: () => number
  readonly mostKeys?: number
}): Buckets {
  const { perSecond, burst, nowMs = monotonicMs, mostKeys = MOST_KEYS } = limits
  const buckets = createBoundedMap<Bucket>(mostKeys)
  return {
    take(key) {
      const atMs = nowMs()
      const { tokens, atMs: since } = buckets.get(key) ?? { tokens: burst, atMs }
      const filled = Math.min(burst, tokens + ((atMs - since) / 1000) * perSecond)
      const granted = filled >= 1
      buckets.set(key, { tokens: granted ? filled - 1 : filled, atMs })
      return granted ? 0 : Math.max(1, Math.ceil((1 - filled) / perSecond))
    },
  }
}
