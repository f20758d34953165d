import { addMs } from '@asaichi/calendar/instant.ts'
import type { Capabilities } from '../driver.ts'
import type { Setting } from './places.ts'
import { isOpenAt, type Wanted } from './wanted.ts'

const EDGE_MS = 30 * 60_000
const PAUSE_MS = 60_000
const PAUSE_MS_MAX = 30 * 60_000

/** When the lock is spoken to again. */
export type Pace = {
  /** Silences in a row. */
  readonly failures: number
  /** The pause after a silence ends here. */
  readonly notBefore: string | undefined
  /** Time alone makes something to do here. */
  readonly dueAt: string | undefined
  /** A lock that sleeps has just said that it listens. */
  readonly isAwake: boolean
}

export const atOnce: Pace = { failures: 0, notBefore: undefined, dueAt: undefined, isAwake: false }

/** A start or an end is reason enough to ask, even a lock that has just been silent. */
export function mayAct(pace: Pace, capabilities: Capabilities | undefined, now: string): boolean {
  if (pace.isAwake) return true
  if (capabilities && capabilities.wakeMinutes > 0) return false
  if (pace.notBefore === undefined || pace.notBefore <= now) return true
  return pace.dueAt !== undefined && pace.dueAt <= now
}

/** There is news: another set, a sign of the lock. */
export function kicked(pace: Pace): Pace {
  return { ...pace, failures: 0, notBefore: undefined }
}

export function afterSettling(dueAt: string | undefined): Pace {
  return { failures: 0, notBefore: dueAt, dueAt, isAwake: false }
}

export function afterSilence(
  pace: Pace,
  { dueAt, pause, now }: { readonly dueAt: string | undefined; readonly pause: number; readonly now: string },
): Pace {
  return { failures: pace.failures + 1, notBefore: addMs(now, pause), dueAt, isAwake: false }
}

/**
 * How long a lock that does not answer is left alone: a minute, doubling to half an hour, so that a battery is not emptied by
 * asking. Within half an hour of a start or an end, and while a code opens that must not or does not that must, every minute.
 */
export function pauseMs(
  failures: number,
  wanted: readonly Wanted[],
  { known, now }: Pick<Setting, 'known' | 'now'>,
): number {
  const near = wanted
    .flatMap(({ windows }) => windows)
    .flatMap(({ from, to }) => [from, to])
    .some(edge => Math.abs(Date.parse(edge) - Date.parse(now)) <= EDGE_MS)
  const open = new Set(wanted.filter(code => isOpenAt(code, now)).map(({ codeId }) => codeId))
  const { entries } = known.ledger
  const mayOpenWrongly = entries.some(
    ({ codeId, isOn, phase }) => (isOn || phase !== 'stored') && !open.has(codeId),
  )
  const on = new Set(
    entries.filter(({ isOn, phase }) => isOn && phase === 'stored').map(({ codeId }) => codeId),
  )
  const isUrgent = near || mayOpenWrongly || !open.isSubsetOf(on)
  return isUrgent ? PAUSE_MS : Math.min(PAUSE_MS * 2 ** failures, PAUSE_MS_MAX)
}
