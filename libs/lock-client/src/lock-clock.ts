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
  /** How far the crystal had run from the gateway's time at the last word of it. */
  readonly offsetSeconds: () => number
  /**
   * Follows the gateway's time where it must: always after a step, else past 30 s of drift. Answers the seconds it was set by,
   * if it was.
   */
  readonly hear: (time: ServerTime, why: 'step' | 'sync') => number | undefined
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
      if (held && heldAt === serverTime) return undefined
      const wasHeld = heldAt !== undefined
      heldAt = held ? serverTime : undefined
      const awayMs = Date.parse(serverTime) - runningMs()
      const isStep = why === 'step' || wasHeld || held
      // Where the gateway's time was moved, the crystal did nothing wrong.
      offsetMs = isStep ? 0 : awayMs
      if (!isStep && quality === 'known' && Math.abs(awayMs) <= DRIFT_MS_MAX) return undefined
      correctionMs += awayMs
      quality = 'known'
      return awayMs / 1_000
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
