import type { EntryResult, Key } from '@asaichi/contract/lock/keypad.ts'
import type { CodeSet } from '@asaichi/lock-client/code-set.ts'
import type { EventLog } from '@asaichi/lock-client/event-log.ts'
import type { LockClock } from '@asaichi/lock-client/lock-clock.ts'
import {
  afterWrongEntry,
  type EntryPause,
  isPaused,
  noWrongEntries,
  pauseLeftMs,
} from '@asaichi/lock-protocol/entry-pause.ts'
import { keyedHash } from '@asaichi/lock-protocol/envelope.ts'
import { judge, type Verdict } from '@asaichi/lock-protocol/lock-set.ts'
import { closedKeypad, press, type Step, settle, unlock } from './keypad.ts'

export type DoorState = {
  readonly locked: boolean
  readonly lit: boolean
  readonly digitsTyped: number
  readonly lastResult: EntryResult | null
  readonly pausedSeconds: number
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
  let lastResult: EntryResult | null = null

  function take(step: Step) {
    keypad = step.keypad
    if (step.act?.type === 'lock') record({ type: 'locked', by: step.act.by })
    if (step.act?.type === 'enter') enter(step.act.digits)
  }
  function enter(digits: string) {
    const atMs = uptimeMs()
    const at = clock.now()
    const place = isPaused(pause, atMs) ? undefined : foreignPlace(parts, digits)
    if (place !== undefined) {
      keypad = unlock(keypad, atMs)
      pause = noWrongEntries
      lastResult = { status: 'open', at }
      return record({ type: 'foreign-unlock', slot: place })
    }
    const verdict = isPaused(pause, atMs) ? pausedVerdict : judgeDigits(parts, digits)
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
    if (reason === 'paused') return
    // Every denial counts, or a guesser would be told for nothing which codes are coming.
    pause = afterWrongEntry(pause, atMs)
    const seconds = secondsLeft(pause, atMs)
    if (seconds > 0) record({ type: 'paused', seconds })
  }
  return {
    press: key => take(press(keypad, key, uptimeMs())),
    settle: () => take(settle(keypad, autoLockMs, uptimeMs())),
    state() {
      const { bolt, panel } = settle(keypad, 0, uptimeMs()).keypad
      return {
        locked: bolt.status === 'locked',
        lit: panel.status === 'lit',
        digitsTyped: panel.status === 'lit' ? panel.digits.length : 0,
        lastResult,
        pausedSeconds: secondsLeft(pause, uptimeMs()),
      }
    },
  }
}

const pausedVerdict: Verdict = { status: 'denied', reason: 'paused' }

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
