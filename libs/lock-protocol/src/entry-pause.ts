const WRONG_ENTRIES_MAX = 5
const WATCH_MS = 10 * 60_000
const PAUSES_MS = [60_000, 5 * 60_000, 15 * 60_000] as const
const HOLD_MS = 20_000

/** Wrong entries of one keypad. Times are of a clock that only runs forward, so that setting the time ends no pause. */
export type EntryPause = {
  readonly wrongAtMs: readonly number[]
  readonly pauses: number
  readonly untilMs: number
}

/** A good code brings the keypad back to this. */
export const noWrongEntries: EntryPause = { wrongAtMs: [], pauses: 0, untilMs: 0 }

/**
 * How long an entry waits before it is judged: not at all, or 20 s in a pause, and no longer than the pause. A keypad holds one entry,
 * and a newer one takes its place: who guessed keeps no guest waiting longer than this (A87).
 */
export function holdMs(state: EntryPause, atMs: number): number {
  return Math.min(HOLD_MS, pauseLeftMs(state, atMs))
}

export function pauseLeftMs(state: EntryPause, atMs: number): number {
  return Math.max(0, state.untilMs - atMs)
}

/** Five wrong entries in ten minutes pause the keypad for 60 s, five more for 5 min, then 15 min each time. */
export function afterWrongEntry(state: EntryPause, atMs: number): EntryPause {
  const wrongAtMs = [...state.wrongAtMs.filter(each => atMs - each < WATCH_MS), atMs]
  if (wrongAtMs.length < WRONG_ENTRIES_MAX) return { ...state, wrongAtMs }
  const pauseMs = PAUSES_MS[Math.min(state.pauses, PAUSES_MS.length - 1)] ?? PAUSES_MS[0]
  return { wrongAtMs: [], pauses: state.pauses + 1, untilMs: atMs + pauseMs }
}
