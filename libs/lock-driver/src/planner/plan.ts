import { addMs } from '@asaichi/calendar/instant.ts'
import type { LockWindow } from '@asaichi/contract/lock/topics.ts'
import type { Capabilities } from '../driver.ts'
import { type Entry, entryOf } from './known.ts'
import { choosePlace, freePlaces, isHeldBack, placingOf, reserveOf, type Setting } from './places.ts'
import { byStart, isOpenAt, isOver, servable, startOf, type Wanted } from './wanted.ts'

/** Whether the lock is there is asked this long before a start, so that staff hear a quarter of an hour before it. */
export const LOOK_MS = 20 * 60_000
const FRESH_MS = 5_000
const LIST_MS = 24 * 3_600_000
const TIME_MS = 24 * 3_600_000

export type Step =
  | { readonly do: 'list' }
  | { readonly do: 'read'; readonly slot: number }
  | { readonly do: 'write' | 'adjust'; readonly slot: number; readonly codeId: string; readonly to: Told }
  | { readonly do: 'clear'; readonly slot: number; readonly codeId: string }
  | { readonly do: 'set-time' }
  | { readonly do: 'ping' }
/** What the lock is told of a code beside its digits. */
export type Told = { readonly hash: string; readonly isOn: boolean; readonly windows: readonly LockWindow[] }

/**
 * The next single step that brings a lock nearer to its codes, or nothing; one at a time, because each answer can change the
 * next. What must not open goes first, then what must open now, then what has to be looked at, then what is stored ahead.
 */
export function nextStep(wanted: readonly Wanted[], setting: Setting): Step | undefined {
  const { known, capabilities } = setting
  if (!known.seen) return { do: 'list' }
  const codes = wanted.flatMap(code => servable(code, capabilities) ?? [])
  const byId = new Map(codes.map(code => [code.codeId, code]))
  return (
    nextClear(byId, setting) ??
    nextLook(setting) ??
    nextAdjust(byId, setting) ??
    nextTime(setting) ??
    nextWrite(codes, setting) ??
    nextCheck(codes, setting)
  )
}

type ById = ReadonlyMap<string, Wanted>

function nextClear(byId: ById, setting: Setting): Step | undefined {
  const leaving = setting.known.ledger.entries.filter(
    entry => entry.phase === 'stored' && mustLeave(entry, byId, setting) && !isHeldBack(entry, setting),
  )
  // What opens the door now is worse than what is only in the way.
  const first = leaving.find(({ isOn }) => isOn) ?? leaving[0]
  return first && { do: 'clear', slot: first.slot, codeId: first.codeId }
}

/** A code whose digits were changed leaves too: one place never goes from one value to another, or nothing could prove it. */
function mustLeave(entry: Entry, byId: ById, { capabilities, now }: Setting): boolean {
  const code = byId.get(entry.codeId)
  if (!code || code.hash !== entry.hash || isOver(code, now)) return true
  return capabilities.timing === 'add-delete' && !isOpenAt(code, now)
}

function nextLook({ known }: Setting): Step | undefined {
  const doubtful = known.ledger.entries.find(({ phase }) => phase !== 'stored')
  return doubtful && { do: 'read', slot: doubtful.slot }
}

function nextAdjust(byId: ById, setting: Setting): Step | undefined {
  const { known, capabilities, now } = setting
  const steps = known.ledger.entries.flatMap(entry => {
    const { slot, codeId, isOn, windows } = entry
    const code = byId.get(codeId)
    if (!code || isHeldBack(entry, setting)) return []
    const to = toldOf(code, capabilities, now)
    return isOn === to.isOn && sameWindows(windows, to.windows, now) ? [] : [{ slot, codeId, to }]
  })
  const first = steps.find(({ to }) => !to.isOn) ?? steps[0]
  return first && { do: 'adjust', ...first }
}

/** The lock was told of this code exactly what it should hold of it now. */
export function isAsWanted({ isOn, windows }: Entry, code: Wanted, { capabilities, now }: Setting): boolean {
  const to = toldOf(code, capabilities, now)
  return isOn === to.isOn && sameWindows(windows, to.windows, now)
}

function toldOf(code: Wanted, { timing, windowsPerCode }: Capabilities, now: string): Told {
  if (timing !== 'lock') return { hash: code.hash, isOn: isOpenAt(code, now), windows: [] }
  const windows = code.windows
    .filter(({ to }) => now < to)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .slice(0, windowsPerCode)
  return { hash: code.hash, isOn: true, windows }
}

/** Windows that are over do no harm, so they are not taken away one by one. */
function sameWindows(told: readonly LockWindow[], wanted: readonly LockWindow[], now: string): boolean {
  if ((told.length === 0) !== (wanted.length === 0)) return false
  const texts = (windows: readonly LockWindow[]) => windows.map(({ from, to }) => `${from}/${to}`)
  const live = new Set(texts(told.filter(({ to }) => now < to)))
  return live.size === wanted.length && texts(wanted).every(text => live.has(text))
}

/** A lock that keeps time is told it before it is told windows. */
function nextTime({ known, capabilities, now }: Setting): Step | undefined {
  const { timeSetAt } = known.ledger
  if (capabilities.timing !== 'lock') return undefined
  return timeSetAt === null || addMs(timeSetAt, TIME_MS) <= now ? { do: 'set-time' } : undefined
}

function nextWrite(codes: readonly Wanted[], setting: Setting): Step | undefined {
  const { known, capabilities, now } = setting
  const free = freePlaces(known)
  for (const code of codes.filter(({ codeId }) => !entryOf(known.ledger, codeId)).toSorted(byStart(now))) {
    const placing = placingOf(code, setting)
    if (placing.status !== 'place') continue
    if (isThrifty(setting) && !placing.isNear) continue
    const slot = choosePlace(free, code, known)
    if (slot !== undefined && (placing.isNear || free.length > reserveOf(capabilities)))
      return wasJustSeen(slot, setting)
        ? { do: 'write', slot, codeId: code.codeId, to: toldOf(code, capabilities, now) }
        : { do: 'read', slot }
    if (slot === undefined && placing.isNear) {
      const last = farthest(codes, { than: code, setting })
      if (last) return { do: 'clear', slot: last.slot, codeId: last.codeId }
    }
  }
  return undefined
}

/** Somebody may have taken the place at the keypad meanwhile, and a write would be the end of their code. */
function wasJustSeen(slot: number, { known, now }: Setting): boolean {
  const sight = known.seen?.get(slot)
  return sight !== undefined && now < addMs(sight.at, FRESH_MS)
}

/** The day's writes are spent: what is far away waits, so that the battery lasts. */
function isThrifty({ known, capabilities, now }: Setting): boolean {
  const dayAgo = addMs(now, -24 * 3_600_000)
  return known.ledger.writes.filter(at => dayAgo < at).length >= capabilities.budget.writesPerDay
}

/** The stored code that is needed last, if that is after this one; a code that opens now is never moved. */
function farthest(
  codes: readonly Wanted[],
  { than, setting: { known, now } }: { readonly than: Wanted; readonly setting: Setting },
): Entry | undefined {
  const later = codes
    .filter(code => !isOpenAt(code, now) && startOf(than, now) < startOf(code, now))
    .toSorted(byStart(now))
  return later
    .flatMap(({ codeId }) => entryOf(known.ledger, codeId) ?? [])
    .findLast(({ phase }) => phase === 'stored')
}

function nextCheck(codes: readonly Wanted[], { known, capabilities, now }: Setting): Step | undefined {
  if (known.listedAt === undefined || addMs(known.listedAt, LIST_MS) <= now) return { do: 'list' }
  if (capabilities.wakeMinutes > 0 || capabilities.timing === 'lock') return undefined
  return codes.some(code => isUnsure(code, known.heardAt, now)) ? { do: 'ping' } : undefined
}

/** Its start comes near, and nothing was heard of the lock since. */
function isUnsure(code: Wanted, heardAt: string | undefined, now: string): boolean {
  const start = startOf(code, now)
  if (start === '' || start <= now) return false
  const lookAt = addMs(start, -LOOK_MS)
  return lookAt <= now && (heardAt === undefined || heardAt < lookAt)
}
