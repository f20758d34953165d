import { addMs } from '@asaichi/calendar/instant.ts'
import type { LockWindow } from '@asaichi/contract/lock/topics.ts'
import type { Answer, Refusal } from '../driver.ts'
import { type Entry, entryOf, type Known, type Ledger, type Seen, type Setback } from './known.ts'
import type { Setting } from './places.ts'
import type { Step } from './plan.ts'

const AGAIN_MS = 60_000
const AGAIN_MS_MAX = 30 * 60_000

/** What came back of a step; of a reading, the places that were asked for. */
export type Result =
  | { readonly of: 'read'; readonly views: readonly Seen[] | undefined }
  | { readonly of: 'change'; readonly answer: Answer }
  | { readonly of: 'ping'; readonly isThere: boolean }

/** The ledger as it must be on disk before the step is taken: a crash from here on leaves a place in doubt, and none unknown. */
export function begin(known: Known, step: Step, now: string): Known {
  const { ledger } = known
  switch (step.do) {
    case 'write':
      return withLedger(known, {
        ...counted(ledger, now),
        entries: [
          ...ledger.entries,
          {
            slot: step.slot,
            codeId: step.codeId,
            hash: step.to.hash,
            isOn: step.to.isOn,
            windows: [...step.to.windows],
            phase: 'writing',
            answer: null,
            proof: null,
          },
        ],
      })
    case 'adjust': {
      const { isOn, windows } = step.to
      return withLedger(
        known,
        changed(counted(ledger, now), step.codeId, {
          isOn,
          windows: [...windows],
          phase: 'adjusting',
          answer: null,
        }),
      )
    }
    case 'clear':
      return withLedger(
        known,
        changed(counted(ledger, now), step.codeId, { phase: 'clearing', answer: null }),
      )
    case 'list':
    case 'read':
    case 'set-time':
    case 'ping':
      return known
  }
}

/** What is known after the step was answered. Silence changes nothing but that the lock is not reachable. */
export function learn({ known, capabilities, now }: Setting, step: Step, result: Result): Known {
  if (isSilence(result)) return { ...known, isReachable: false }
  const heard: Known = { ...known, isReachable: true, heardAt: now }
  switch (result.of) {
    case 'ping':
      return heard
    case 'change':
      return withLedger(heard, answered(known.ledger, step, { answer: result.answer, now, capabilities }))
    case 'read':
      return lookedAt(heard, step, { views: result.views ?? [], now })
  }
}

export function isSilence(result: Result): boolean {
  switch (result.of) {
    case 'ping':
      return !result.isThere
    case 'change':
      return result.answer.status === 'later'
    case 'read':
      return result.views === undefined
  }
}

type Answered = Pick<Setting, 'now' | 'capabilities'> & { readonly answer: Answer }

function answered(ledger: Ledger, step: Step, { answer, now, capabilities }: Answered): Ledger {
  if (answer.status === 'later') return ledger
  if (step.do === 'set-time') return { ...ledger, timeSetAt: now }
  if (step.do !== 'write' && step.do !== 'adjust' && step.do !== 'clear') return ledger
  if (step.do === 'adjust' && answer.status === 'done' && capabilities.statusAnswers)
    return forgiven(changed(ledger, step.codeId, { phase: 'stored', answer: null }), step.codeId)
  return changed(ledger, step.codeId, { answer: answer.status === 'done' ? 'done' : answer.reason })
}

type Look = { readonly views: readonly Seen[]; readonly now: string }

function lookedAt(known: Known, step: Step, look: Look): Known {
  const isWhole = step.do === 'list'
  const seen = new Map(isWhole ? [] : known.seen)
  for (const view of look.views) seen.set(view.slot, { ...view, at: look.now })
  const ledger = look.views.reduce((before, view) => settled(before, view, look.now), known.ledger)
  const ours = new Set(ledger.entries.map(({ slot }) => slot))
  const foreign = [...seen.values()]
    .filter(({ slot, status }) => status === 'taken' && !ours.has(slot))
    .map(({ slot }) => slot)
    .toSorted((one, other) => one - other)
  const isOther = foreign.join() !== ledger.foreign.join()
  return {
    ...known,
    seen,
    listedAt: isWhole ? look.now : known.listedAt,
    ledger: {
      ...ledger,
      foreign,
      // Somebody took or freed a place, so what was a duplicate or had no room may not be any more.
      setbacks: isOther ? ledger.setbacks.filter(({ notBefore }) => notBefore !== null) : ledger.setbacks,
    },
  }
}

/** The ledger after a place was read, where one of our codes should be in it. */
function settled(ledger: Ledger, view: Seen, now: string): Ledger {
  const entry = ledger.entries.find(({ slot }) => slot === view.slot)
  if (!entry) return ledger
  if (view.status === 'empty') return isGone(ledger, entry, now)
  if (view.hash !== undefined && view.hash !== entry.hash) return isAnother(ledger, entry, now)
  return isThere(ledger, entry, { view, now })
}

/** A code that was being cleared is gone; one that was written and is not there was refused, or lost on its way. */
function isGone(ledger: Ledger, entry: Entry, now: string): Ledger {
  const left = without(ledger, entry.codeId)
  if (entry.phase !== 'writing' || entry.answer === null) return forgiven(left, entry.codeId)
  return setBack(left, entry, { reason: reasonOf(entry), now })
}

/** Somebody else's digits are in our place, so it is theirs now. */
function isAnother(ledger: Ledger, entry: Entry, now: string): Ledger {
  const left = without(ledger, entry.codeId)
  return entry.phase === 'writing' && entry.answer !== null
    ? setBack(left, entry, { reason: reasonOf(entry), now })
    : left
}

function isThere(
  ledger: Ledger,
  entry: Entry,
  { view, now }: { readonly view: Extract<Seen, { status: 'taken' }>; readonly now: string },
): Ledger {
  const { codeId, phase, answer } = entry
  const proof = view.hash === undefined ? 'occupancy' : 'value'
  const isOn = view.isOn ?? entry.isOn
  const windows = view.windows ? [...view.windows] : entry.windows
  const stored = (found: Partial<Entry>): Ledger =>
    changed(ledger, codeId, { isOn, windows, phase: 'stored', answer: null, proof, ...found })
  const refused = answer !== null && answer !== 'done'
  switch (phase) {
    case 'stored':
      return stored({})
    case 'writing':
      // Half a code: the lock refused it and still took the place, which was empty before.
      if (refused && proof === 'occupancy')
        return setBack(changed(ledger, codeId, { phase: 'clearing', answer: null }), entry, {
          reason: reasonOf(entry),
          now,
        })
      return forgiven(stored({}), codeId)
    case 'adjusting': {
      if (isOn !== entry.isOn || (view.windows && !sameSpans(view.windows, entry.windows)))
        return setBack(stored({}), entry, { reason: 'unknown', now })
      if (answer === 'done' || view.isOn !== undefined) return forgiven(stored({}), codeId)
      // Not heard and not to be seen: as if it had not been told, so that it is told again.
      const untold = stored({ isOn: !entry.isOn })
      return refused ? setBack(untold, entry, { reason: 'unknown', now }) : untold
    }
    case 'clearing':
      return answer === null ? stored({}) : setBack(stored({}), entry, { reason: 'unknown', now })
  }
}

function sameSpans(one: readonly LockWindow[], other: readonly LockWindow[]): boolean {
  const texts = (windows: readonly LockWindow[]) => windows.map(({ from, to }) => `${from}/${to}`).toSorted()
  return texts(one).join() === texts(other).join()
}

function reasonOf({ answer }: Entry): Refusal {
  return answer === null || answer === 'done' ? 'unknown' : answer
}

function setBack(
  ledger: Ledger,
  { codeId, hash, slot, isOn, phase }: Entry,
  { reason, now }: { readonly reason: Refusal; readonly now: string },
): Ledger {
  const tries = (ledger.setbacks.find(one => one.codeId === codeId && one.hash === hash)?.tries ?? 0) + 1
  const isUrgent = phase === 'clearing' || (phase === 'adjusting' && !isOn)
  const pause = isUrgent ? AGAIN_MS : Math.min(AGAIN_MS * 2 ** (tries - 1), AGAIN_MS_MAX)
  const isFinal = reason === 'duplicate' || reason === 'bad-format' || reason === 'unsupported'
  const setback: Setback = {
    codeId,
    hash,
    reason,
    slot,
    tries,
    notBefore: isFinal ? null : addMs(now, pause),
  }
  return { ...ledger, setbacks: [...forgiven(ledger, codeId).setbacks, setback] }
}

function forgiven(ledger: Ledger, codeId: string): Ledger {
  return { ...ledger, setbacks: ledger.setbacks.filter(setback => setback.codeId !== codeId) }
}

/** Setbacks of codes that nobody wants any more are of no use. */
export function onlyOf(known: Known, codeIds: ReadonlySet<string>): Known {
  const setbacks = known.ledger.setbacks.filter(
    ({ codeId }) => codeIds.has(codeId) || entryOf(known.ledger, codeId) !== undefined,
  )
  return setbacks.length === known.ledger.setbacks.length
    ? known
    : withLedger(known, { ...known.ledger, setbacks })
}

/** Somebody was at the lock: what was read before is not known any more. */
export function unsure(known: Known): Known {
  return { ...known, seen: undefined }
}

function without(ledger: Ledger, codeId: string): Ledger {
  return { ...ledger, entries: ledger.entries.filter(entry => entry.codeId !== codeId) }
}

function changed(ledger: Ledger, codeId: string, change: Partial<Entry>): Ledger {
  return {
    ...ledger,
    entries: ledger.entries.map(entry => (entry.codeId === codeId ? { ...entry, ...change } : entry)),
  }
}

function counted(ledger: Ledger, now: string): Ledger {
  const dayAgo = addMs(now, -24 * 3_600_000)
  return { ...ledger, writes: [...ledger.writes.filter(at => dayAgo < at), now] }
}

function withLedger(known: Known, ledger: Ledger): Known {
  return { ...known, ledger }
}
