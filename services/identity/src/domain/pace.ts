import type { Pace } from './limits.ts'

/** How many failures weigh on a bucket, counted at a moment in seconds. */
export type Load = { readonly count: number; readonly sinceS: number }

/** One more failure, or how long until there is room for one: never more than one `everySeconds`. */
export function charged(
  load: Load | undefined,
  pace: Pace,
  nowS: number,
):
  | { readonly load: Load; readonly waitSeconds: 0 }
  | { readonly load: undefined; readonly waitSeconds: number } {
  const left = eased(load, pace, nowS)
  return left.count < pace.burst
    ? { load: { ...left, count: left.count + 1 }, waitSeconds: 0 }
    : { load: undefined, waitSeconds: Math.max(1, Math.ceil(left.sinceS + pace.everySeconds - nowS)) }
}

/** What is left of a load: one failure is forgiven every so many seconds. `store/loads.ts` says the same in SQL. */
function eased(load: Load | undefined, pace: Pace, nowS: number): Load {
  const { count, sinceS } = load ?? { count: 0, sinceS: nowS }
  const forgiven = Math.floor(Math.max(0, nowS - sinceS) / pace.everySeconds)
  const left = Math.max(0, Math.min(count, pace.burst) - forgiven)
  return { count: left, sinceS: left === 0 ? nowS : sinceS + forgiven * pace.everySeconds }
}
