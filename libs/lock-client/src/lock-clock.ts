import type { ClockQuality, ServerTime } from '@asaichi/contract/lock/topics.ts'
import { z } from 'zod'

const DRIFT_MS_MAX = 30_000

/** What a lock remembers of its clock while it is off. */
export const KeptClock = z.strictObject({ correctionMs: z.number(), quality: z.enum(['known', 'unknown']) })
export type KeptClock = z.infer<typeof KeptClock>

export const unknownClock: KeptClock = { correctionMs: 0, quality: 'unknown' }

/** The lock's own clock: a crystal, corrected by the gateway's time. */
export type LockClock = {
  readonly now: () => string
  readonly quality: () => ClockQuality
  /** How far the gateway's time was from the lock's at the last word of it. */
  readonly offsetSeconds: () => number
  /** Follows the gateway's time where it must: always after a step, else past 30 s of drift. True when it was set. */
  readonly hear: (time: ServerTime, why: 'step' | 'sync') => boolean
  readonly kept: () => KeptClock
  readonly restore: (kept: KeptClock) => void
  /** For tests: the crystal runs this far ahead. */
  readonly skew: (seconds: number) => void
}

export function createLockClock(crystalMs: () => number): LockClock {
  let { correctionMs, quality }: KeptClock = unknownClock
  let skewMs = 0
  let offsetMs = 0
  let heldAt: string | undefined

  const runningMs = () => crystalMs() + skewMs + correctionMs
  return {
    now: () => heldAt ?? new Date(runningMs()).toISOString(),
    quality: () => quality,
    offsetSeconds: () => offsetMs / 1_000,
    hear({ serverTime, held }, why) {
      if (held && heldAt === serverTime) return false
      const wasHeld = heldAt !== undefined
      heldAt = held ? serverTime : undefined
      offsetMs = Date.parse(serverTime) - runningMs()
      const mustSet = why === 'step' || wasHeld || held || quality === 'unknown'
      if (!mustSet && Math.abs(offsetMs) <= DRIFT_MS_MAX) return false
      correctionMs += offsetMs
      quality = 'known'
      return true
    },
    kept: () => ({ correctionMs, quality }),
    restore(kept) {
      ;({ correctionMs, quality } = kept)
      heldAt = undefined
    },
    skew(seconds) {
      skewMs = seconds * 1_000
    },
  }
}
