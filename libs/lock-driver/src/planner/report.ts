import { addMinutes, addMs } from '@asaichi/calendar/instant.ts'
import type { CodeReport } from '@asaichi/contract/lock/code-report.ts'
import type { Capabilities } from '../driver.ts'
import { type Entry, entryOf } from './known.ts'
import { isHeldBack, NEAR_MS, placingOf, type Setting } from './places.ts'
import { isAsWanted } from './plan.ts'
import { byStart, isOpenAt, isOver, servable, startOf, type Wanted } from './wanted.ts'

const ALARM_MINUTES = 15

/** A row for each code of the set, and for each that has left it and is still on the lock. */
export function reportOf(wanted: readonly Wanted[], setting: Setting): readonly CodeReport[] {
  const ids = new Set(wanted.map(({ codeId }) => codeId))
  const left = setting.known.ledger.entries.filter(({ codeId }) => !ids.has(codeId))
  return [
    ...wanted.map(code => rowOf(code, wanted, setting)),
    ...left.map(
      ({ codeId, isOn, proof }): CodeReport =>
        isOn ? { id: codeId, result: 'stored', ...withProof(proof) } : { id: codeId, result: 'unconfirmed' },
    ),
  ]
}

function rowOf(asked: Wanted, wanted: readonly Wanted[], setting: Setting): CodeReport {
  const { known, capabilities } = setting
  const id = asked.codeId
  const code = servable(asked, capabilities)
  if (!code) return { id, result: 'unsupported' }
  const entry = entryOf(known.ledger, id)
  if (entry && entry.hash === code.hash) return { id, ...stateOf(code, entry, setting) }
  const placing = placingOf(code, setting)
  switch (placing.status) {
    case 'refused':
      return { id, result: placing.reason }
    case 'wait':
    case 'place':
      return isCrowdedOut(code, wanted, setting)
        ? { id, result: 'no-room' }
        : { id, ...waiting(code, setting) }
  }
}

/** As many codes as there are places come before it. One of them may end in time, but nobody may count on that. */
function isCrowdedOut(
  code: Wanted,
  wanted: readonly Wanted[],
  { known, capabilities, now }: Setting,
): boolean {
  const start = startOf(code, now)
  const before = byStart(now)
  const isKept = (other: Wanted) =>
    entryOf(known.ledger, other.codeId) !== undefined && startOf(other, now) <= start
  const earlier = wanted.filter(
    other =>
      other.codeId !== code.codeId && !isOver(other, now) && (before(other, code) < 0 || isKept(other)),
  )
  return earlier.length >= capabilities.slots.count - known.ledger.foreign.length
}

type State = Omit<CodeReport, 'id'>

function stateOf(code: Wanted, entry: Entry, setting: Setting): State {
  const { capabilities, now } = setting
  if (entry.phase === 'writing') return { result: 'unconfirmed' }
  const isOpening = capabilities.timing === 'lock' ? !isOver(code, now) : isOpenAt(code, now)
  if (isOpening && entry.phase === 'stored' && isAsWanted(entry, code, setting))
    return { result: 'stored', ...withProof(entry.proof) }
  if (isOpening || isHeldBack(code, setting)) return { result: 'unconfirmed' }
  return waiting(code, setting)
}

/** Only a lock that answers can promise when a code will be on it. */
function waiting(code: Wanted, setting: Setting): State {
  const { known, now } = setting
  const start = startOf(code, now)
  const isPromise = isHeard(setting) && known.seen !== undefined && now < start && !isHeldBack(code, setting)
  return isPromise ? { result: 'waiting', dueAt: promised(start, setting) } : { result: 'waiting' }
}

/** One that sleeps is heard at every waking, so one missed waking is as much as silence. */
function isHeard({ known, capabilities: { wakeMinutes }, now }: Setting): boolean {
  if (wakeMinutes === 0 || known.heardAt === undefined) return known.isReachable
  return known.isReachable && now <= addMinutes(known.heardAt, wakeMinutes + 1)
}

function promised(start: string, { known, capabilities, now }: Setting): string {
  if (capabilities.timing === 'lock') {
    const near = addMs(start, -NEAR_MS)
    return near < now ? start : near
  }
  return capabilities.wakeMinutes === 0 || known.heardAt === undefined
    ? start
    : wakingAfter(start, known.heardAt, capabilities)
}

/** The first waking at or after a moment, counted from the last one. */
function wakingAfter(at: string, heardAt: string, { wakeMinutes }: Capabilities): string {
  const minutes = Math.max(0, Date.parse(at) - Date.parse(heardAt)) / 60_000
  return addMinutes(heardAt, Math.ceil(minutes / wakeMinutes) * wakeMinutes)
}

function withProof(proof: Entry['proof']): Pick<CodeReport, 'proof'> {
  return proof === null ? {} : { proof }
}

/** Codes that nobody may count on, from a quarter of an hour before their start: staff have to know now. */
export function alarmsOf(wanted: readonly Wanted[], setting: Setting): readonly string[] {
  const { now } = setting
  const rows = new Map(reportOf(wanted, setting).map(row => [row.id, row]))
  return wanted
    .filter(code => {
      const start = startOf(code, now)
      const row = rows.get(code.codeId)
      const isPromised = row?.result === 'waiting' && row.dueAt !== undefined && row.dueAt <= start
      const isNear = start !== '' && addMinutes(start, -ALARM_MINUTES) <= now
      return isNear && !isOver(code, now) && row?.result !== 'stored' && !isPromised
    })
    .map(({ codeId }) => codeId)
}
