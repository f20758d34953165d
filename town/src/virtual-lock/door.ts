import type { EntryResult, Key } from '@asaichi/contract/lock/keypad.ts'
import type { DenialReason } from '@asaichi/contract/lock/topics.ts'
import {
  afterWrongEntry,
  type EntryPause,
  holdMs,
  noWrongEntries,
  pauseLeftMs,
} from '@asaichi/lock-protocol/entry-pause.ts'
import { closedKeypad, type Keypad, press, type Step, settle, unlock } from './keypad.ts'

export type DoorState = {
  readonly locked: boolean
  readonly lit: boolean
  readonly digitsTyped: number
  readonly lastResult: EntryResult | null
  readonly pausedSeconds: number
  /** Until the entry that waits is judged; 0 where none does. */
  readonly heldSeconds: number
}
export type Judged =
  | { readonly status: 'open' }
  | { readonly status: 'denied'; readonly reason: DenialReason }
/** The lock that the door hangs on: what it decides, and what it is told of the door. */
export type DoorParts = {
  readonly now: () => string
  readonly uptimeMs: () => number
  readonly autoLockMs: number
  /** By its own memory, and it tells of it. */
  readonly judge: (digits: string) => Judged
  readonly onLocked: (by: 'button' | 'auto') => void
  readonly onPaused: (seconds: number) => void
}
/** A keypad, a bolt, and the lock's own judgement: nothing here asks the gateway. */
export type Door = {
  readonly press: (key: Key) => void
  readonly settle: () => void
  readonly state: () => DoorState
}

export function createDoor({ now, uptimeMs, autoLockMs, judge, onLocked, onPaused }: DoorParts): Door {
  let keypad = closedKeypad
  let pause: EntryPause = noWrongEntries
  const hold = createHold(uptimeMs, judgeEntry)
  let lastResult: EntryResult | null = null

  function take(step: Step) {
    keypad = step.keypad
    if (step.act?.type === 'lock') onLocked(step.act.by)
    if (step.act?.type === 'enter') enter(step.act.digits)
  }
  function enter(digits: string) {
    const waitMs = holdMs(pause, uptimeMs())
    hold.take(digits, waitMs)
    if (waitMs > 0) lastResult = { status: 'denied', reason: 'paused', at: now() }
  }
  function judgeEntry(digits: string) {
    const atMs = uptimeMs()
    const judged = judge(digits)
    lastResult = { ...judged, at: now() }
    if (judged.status === 'open') {
      keypad = unlock(keypad, atMs)
      pause = noWrongEntries
      return
    }
    // Every denial counts, or a guesser would be told for nothing which codes are coming.
    pause = afterWrongEntry(pause, atMs)
    const seconds = secondsLeft(pause, atMs)
    if (seconds > 0) onPaused(seconds)
  }
  return {
    press(key) {
      hold.judgeDue()
      take(press(keypad, key, uptimeMs()))
    },
    settle() {
      hold.judgeDue()
      take(settle(keypad, autoLockMs, uptimeMs()))
    },
    state: () => ({
      ...shown(settle(keypad, 0, uptimeMs()).keypad),
      lastResult,
      pausedSeconds: secondsLeft(pause, uptimeMs()),
      heldSeconds: hold.seconds(),
    }),
  }
}

function shown({ bolt, panel }: Keypad): Pick<DoorState, 'locked' | 'lit' | 'digitsTyped'> {
  return {
    locked: bolt.status === 'locked',
    lit: panel.status === 'lit',
    digitsTyped: panel.status === 'lit' ? panel.digits.length : 0,
  }
}

/** A87: in a pause an entry is held and then judged, so the right code opens while guesses come slowly. There is one at a time. */
function createHold(uptimeMs: () => number, judgeEntry: (digits: string) => void) {
  let held: { readonly digits: string; readonly untilMs: number } | undefined
  return {
    take(digits: string, waitMs: number): void {
      // Whoever presses the same once more does not begin to wait anew.
      if (waitMs > 0 && held?.digits === digits) return
      held = waitMs > 0 ? { digits, untilMs: uptimeMs() + waitMs } : undefined
      if (!held) judgeEntry(digits)
    },
    judgeDue(): void {
      if (!held || uptimeMs() < held.untilMs) return
      const { digits } = held
      held = undefined
      judgeEntry(digits)
    },
    seconds: () => (held ? Math.max(1, Math.ceil((held.untilMs - uptimeMs()) / 1_000)) : 0),
  }
}

function secondsLeft(pause: EntryPause, atMs: number): number {
  return Math.ceil(pauseLeftMs(pause, atMs) / 1_000)
}
