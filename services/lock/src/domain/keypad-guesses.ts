import type { LockEvent } from '@asaichi/contract/lock/topics.ts'

/** As many pause a keypad by the protocol, and from as many on it is shown. */
const ENTRIES_SHOWN = 5
const QUIET_MS = 10 * 60_000
/** More of one run are counted and not kept one by one: nobody fills the table by pressing (P13). */
const ENTRIES_KEPT = 20

/** Wrong entries at one keypad, each within ten minutes of the one before, without a right one between them. */
export type KeypadGuesses = {
  readonly since: string
  readonly entries: number
  readonly lastAt: string
  readonly pausedUntil: string | null
}
/** What a lock tells of its keypad. */
export type KeypadEvent = Extract<LockEvent, { readonly type: 'denied' | 'paused' | 'unlocked' }>

export function isOfKeypad(event: LockEvent): event is KeypadEvent {
  return event.type === 'denied' || event.type === 'paused' || event.type === 'unlocked'
}

/** A right code ends it, as it ends the lock's own count; a run that is over is forgotten by the next wrong entry. */
export function afterKeypadEvent(
  before: KeypadGuesses | null,
  event: KeypadEvent,
  now: string,
): KeypadGuesses | null {
  if (event.type === 'unlocked') return null
  const at = timeOf(event, now)
  const run = before && at < quietFrom(before) ? before : null
  const entries = run?.entries ?? 0
  return {
    since: run?.since ?? at,
    // A lock that tells of its pause alone has seen as many.
    entries: event.type === 'denied' ? entries + 1 : Math.max(entries, ENTRIES_SHOWN),
    lastAt: at,
    pausedUntil: event.type === 'paused' ? later(at, event.seconds * 1_000) : (run?.pausedUntil ?? null),
  }
}

/** Shown to staff (T12) until the pause is over and nobody has pressed wrongly for ten minutes. */
export function isGuessedAt(guesses: KeypadGuesses, now: string): boolean {
  return guesses.entries >= ENTRIES_SHOWN && now < quietFrom(guesses)
}

export function isCountedOnly(guesses: KeypadGuesses | null): boolean {
  return guesses !== null && guesses.entries > ENTRIES_KEPT
}

function quietFrom({ lastAt, pausedUntil }: KeypadGuesses): string {
  const quiet = later(lastAt, QUIET_MS)
  return pausedUntil !== null && quiet < pausedUntil ? pausedUntil : quiet
}

/** A lock that does not know the time, or is ahead of it, tells of now. */
function timeOf({ at, clock }: KeypadEvent, now: string): string {
  return clock === 'known' && at < now ? at : now
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString()
}
