import { addMinutes } from '@asaichi/calendar/instant.ts'
import { type CodeKind, isAlwaysAllowed, type LockWindow } from '@asaichi/contract/lock/topics.ts'
import type { Capabilities } from '../driver.ts'

/** A code of the set, with its digits: in memory only. */
export type Wanted = {
  readonly codeId: string
  readonly kind: CodeKind
  readonly digits: string
  /** Keyed hash of the digits, by which codes are told apart on disk. */
  readonly hash: string
  /** None = always. */
  readonly windows: readonly LockWindow[]
}

/** No guest's code outlives the document that brought it; undefined where nothing of it is left, for no window means always. */
export function clipped(code: Wanted, notAfter: string): Wanted | undefined {
  if (isAlwaysAllowed(code.kind)) return code
  const windows = code.windows.flatMap(({ from, to }) => {
    const end = to < notAfter ? to : notAfter
    return from < end ? [{ from, to: end }] : []
  })
  return windows.length === 0 ? undefined : { ...code, windows }
}

/**
 * The code with the windows that can be kept. A lock that sleeps and has no clock of its own is told to switch a code off at the
 * last waking before the end, because at the end itself nobody reaches it.
 */
export function servable(code: Wanted, { timing, wakeMinutes }: Capabilities): Wanted | undefined {
  if (timing === 'lock' || wakeMinutes === 0 || code.windows.length === 0) return code
  const windows = code.windows.flatMap(({ from, to }) => {
    const end = addMinutes(to, -wakeMinutes)
    return from < end ? [{ from, to: end }] : []
  })
  return windows.length === 0 ? undefined : { ...code, windows }
}

export function isOpenAt({ windows }: Pick<Wanted, 'windows'>, now: string): boolean {
  return windows.length === 0 || windows.some(({ from, to }) => from <= now && now < to)
}

export function isOver({ windows }: Pick<Wanted, 'windows'>, now: string): boolean {
  return windows.length > 0 && windows.every(({ to }) => to <= now)
}

/** Sorts before every instant. */
const ALWAYS = ''

/** When it is needed next: a past instant while its window is open, and before all others where it has none. */
export function startOf({ windows }: Pick<Wanted, 'windows'>, now: string): string {
  const starts = windows.filter(({ to }) => now < to).map(({ from }) => from)
  return starts.reduce((least, from) => (from < least ? from : least), starts[0] ?? ALWAYS)
}

/** Nearest start first, the same order for everybody. */
export function byStart(now: string): (one: Wanted, other: Wanted) => number {
  return (one, other) => compare(startOf(one, now), startOf(other, now)) || compare(one.codeId, other.codeId)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
