import type { EntryResult, Key } from '@asaichi/contract/lock/keypad.ts'
import type { CodeSet } from '@asaichi/lock-client/code-set.ts'
import type { EventLog } from '@asaichi/lock-client/event-log.ts'
import type { LockClock } from '@asaichi/lock-client/lock-clock.ts'
import {
  afterWrongEntry,
  type EntryPause,
  holdMs,
  noWrongEntries,
  pauseLeftMs,
} from '@asaichi/lock-protocol/entry-pause.ts'
import { keyedHash } from '@asaichi/lock-protocol/envelope.ts'
import { judge, type Verdict } from '@asaichi/lock-protocol/lock-set.ts'
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
export type DoorParts = {
  readonly key: Uint8Array
  readonly codes: CodeSet
  /** Codes set at the keypad itself: place → keyed hash. */
  readonly foreign: ReadonlyMap<number, string>
  readonly clock: LockClock
  readonly record: EventLog['record']
  readonly uptimeMs: () => number
  readonly autoLockMs: number
}
/** A keypad, a bolt, and the lock's own judgement: nothing here asks the gateway. */
export type Door = {
  readonly press: (key: Key) => void
  readonly settle: () => void
  readonly state: () => DoorState
}

export function createDoor(parts: DoorParts): Door {
  const { clock, record, uptimeMs, autoLockMs } = parts
  let keypad = closedKeypad
  let pause: EntryPause = noWrongEntries
  const hold = createHold(uptimeMs, judgeEntry)
  let lastResult: EntryResult | null = null

  function take(step: Step) {
    keypad = step.keypad
    if (step.act?.type === 'lock') record({ type: 'locked', by: step.act.by })
    if (step.act?.type === 'enter') enter(step.act.digits)
  }
  function enter(digits: string) {
    const waitMs = holdMs(pause, uptimeMs())
    hold.take(digits, waitMs)
    if (waitMs > 0) lastResult = { status: 'denied', reason: 'paused', at: clock.now() }
  }
  function judgeEntry(digits: string) {
    const atMs = uptimeMs()
    const at = clock.now()
    const place = foreignPlace(parts, digits)
    if (place !== undefined) {
      keypad = unlock(keypad, atMs)
      pause = noWrongEntries
      lastResult = { status: 'open', at }
      return record({ type: 'foreign-unlock', slot: place })
    }
    const verdict = judgeDigits(parts, digits)
    if (verdict.status === 'open') {
      keypad = unlock(keypad, atMs)
      pause = noWrongEntries
      lastResult = { status: 'open', at }
      record({ type: 'unlocked', by: 'code', codeId: verdict.code.id, kind: verdict.code.kind })
      return
    }
    const { reason, codeId } = verdict
    lastResult = { status: 'denied', reason, at }
    record(codeId === undefined ? { type: 'denied', reason } : { type: 'denied', reason, codeId })
    // Every denial counts, or a guesser would be told for nothing which codes are coming.
    pause = afterWrongEntry(pause, atMs)
    const seconds = secondsLeft(pause, atMs)
    if (seconds > 0) record({ type: 'paused', seconds })
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

function judgeDigits({ key, codes, clock }: DoorParts, digits: string): Verdict {
  return judge(codes.current(), { hash: keyedHash(key, digits), now: clock.now(), clock: clock.quality() })
}

function foreignPlace({ key, foreign }: DoorParts, digits: string): number | undefined {
  const hash = keyedHash(key, digits)
  return [...foreign].find(each => each[1] === hash)?.[0]
}

function secondsLeft(pause: EntryPause, atMs: number): number {
  return Math.ceil(pauseLeftMs(pause, atMs) / 1_000)
}
