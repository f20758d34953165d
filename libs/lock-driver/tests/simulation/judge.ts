import { type Booking, type Span, type Trouble } from './day.ts'
import { spanAt, type Trace, type Try } from './play.ts'

const MINUTE_MS = 60_000
/** A pause near an edge, and a little. */
const GRACE_MIN = 1.1
/** Asked twenty minutes before the start; staff are told at fifteen. */
const LOOK_MIN = 22
const ALARM_MIN = 15

export type Verdict = {
  /** Sentences: what must never be. */
  readonly wrongs: readonly string[]
  /** Openings past the end on a lock that nobody could reach since. */
  readonly unreached: number
  /** Bookings that stood before a closed door, each of them told to staff before. */
  readonly alarmed: number
}

/** Looks at what happened at the door and knows nothing of slots, ledgers or plans. */
export function judge(trace: Trace): Verdict {
  const wrongs: string[] = []
  let unreached = 0
  const alarmed = new Set<string>()
  for (const each of trace.tries) {
    const booking = trace.day.bookings.find(({ id }) => id === each.bookingId)
    if (!booking || isShared(trace, booking)) continue
    const may = isAllowed(booking, each.at)
    if (each.opens && !may) {
      if (couldHaveActed(trace, sinceWhen(booking, each.at), each.at / MINUTE_MS))
        wrongs.push(`${told(each)} opens outside its window`)
      else unreached += 1
    }
    if (!each.opens && may) {
      const reason = whyClosed(trace, booking, each)
      if (reason === 'alarmed') alarmed.add(booking.id)
      if (reason === 'late') wrongs.push(`${told(each)} is closed, and staff were not told in time`)
    }
  }
  if (trace.foreignLost > 0) wrongs.push('a code that is not ours was deleted')
  if (trace.writesAfterRestart > 0) wrongs.push('a restart writes though nothing changed')
  if (trace.ranAway) wrongs.push('steps without end')
  return { wrongs, unreached, alarmed: alarmed.size }
}

function told({ at, bookingId }: Try): string {
  return `${bookingId} at minute ${(at / MINUTE_MS).toFixed(2)}`
}

/** Digits that a person or another booking has as well say nothing of this one. */
function isShared({ day }: Trace, { id, digits }: Booking): boolean {
  return (
    day.bookings.some(other => other.id !== id && other.digits === digits) ||
    day.foreign.some(other => other.digits === digits) ||
    day.troubles.some(each => each.is === 'by-hand' && each.digits === digits)
  )
}

function isAllowed(booking: Booking, at: number): boolean {
  const span = spanAt(booking, at)
  return (
    span !== undefined &&
    booking.toldAt * MINUTE_MS <= at &&
    span.from * MINUTE_MS <= at &&
    at < span.to * MINUTE_MS
  )
}

/** The minute from which on it must not open any more. */
function sinceWhen(booking: Booking, at: number): number {
  const ends = [
    booking.span.to,
    booking.change?.at ?? 0,
    ...(booking.change && booking.change.to !== 'cancelled' ? [booking.change.to.to] : []),
  ]
  const past = ends.filter(minute => minute * MINUTE_MS <= at)
  return Math.max(0, ...past.filter(minute => !isAllowed(booking, minute * MINUTE_MS)))
}

/** There was a moment since at which the lock heard the bridge and the bridge the lock. */
function couldHaveActed(trace: Trace, since: number, until: number): boolean {
  const { wakeMinutes } = trace.day.lock.capabilities
  const bad = badOf(trace)
  if (wakeMinutes > 0) {
    for (let at = Math.ceil(since / wakeMinutes) * wakeMinutes; at < until - 0.01; at += wakeMinutes)
      if (!bad.some(({ from, to }) => from <= at + 0.1 && at < to)) return true
    return false
  }
  // Right at the end one step has to be taken.
  return gaps(bad, since, until).some(
    ({ from, to }) => to - from >= (from === since && !isBadJustBefore(bad, since) ? 0.01 : GRACE_MIN),
  )
}

function isBadJustBefore(bad: readonly Span[], at: number): boolean {
  return bad.some(({ from, to }) => from < at && at - GRACE_MIN <= to)
}

function badOf({ day, bridgeAway }: Trace): readonly Span[] {
  return [...day.troubles.filter(isBreak), ...bridgeAway]
}

function isBreak(each: Trouble): each is Extract<Trouble, Span> {
  return each.is === 'radio-away' || each.is === 'answers-lost' || each.is === 'bridge-away'
}

function gaps(bad: readonly Span[], from: number, to: number): readonly Span[] {
  const cuts = bad
    .filter(each => each.from < to && from < each.to)
    .toSorted((one, other) => one.from - other.from)
  const found: Span[] = []
  let at = from
  for (const cut of cuts) {
    if (at < cut.from) found.push({ from: at, to: cut.from })
    at = Math.max(at, cut.to)
  }
  if (at < to) found.push({ from: at, to })
  return found
}

/** `late`: nothing happened that explains it, or it had happened long enough before. */
function whyClosed(trace: Trace, booking: Booking, { at }: Try): 'alarmed' | 'excused' | 'late' {
  const minute = at / MINUTE_MS
  const span = spanAt(booking, at) ?? booking.span
  const alarm = trace.alarms.get(booking.id)
  const deadline = span.from - ALARM_MIN
  if (alarm !== undefined && alarm / MINUTE_MS <= deadline + 0.01) return 'alarmed'
  const { wakeMinutes } = trace.day.lock.capabilities
  // Nobody can be told before the end begins of what comes later.
  const bad = badOf(trace)
  // On a full lock another booking's news decides as well.
  const news = trace.day.bookings.flatMap(({ toldAt, change }) => [toldAt, ...(change ? [change.at] : [])])
  const changedAt = booking.change && booking.change.at <= minute ? booking.change.at : 0
  const newSince = Math.max(booking.toldAt, changedAt)
  const isShort = news.some(each => each <= minute && each > span.from - LOOK_MIN - wakeMinutes)
  const slack = GRACE_MIN + wakeMinutes
  const recent = bad.some(
    each =>
      each.from > deadline - (LOOK_MIN - ALARM_MIN) - wakeMinutes &&
      each.from <= minute &&
      minute <= each.to + slack,
  )
  // A bridge that is away is shown as such by its will, which is the lock service's to tell.
  const isAway = trace.bridgeAway.some(
    each =>
      (each.from <= minute && minute <= each.to + slack) ||
      (each.from <= deadline && deadline <= each.to + slack),
  )
  // Codes that somebody took from the lock or set at it show when it is looked at next, which may be at the start.
  const lost = trace.day.troubles.some(
    each => (each.is === 'reset' || each.is === 'by-hand') && each.at <= minute,
  )
  if (isAway || lost) return 'excused'
  if (recent || minute < Math.max(span.from, newSince) + slack || minute >= span.to - wakeMinutes)
    return 'excused'
  if (isShort) return alarm === undefined || alarm / MINUTE_MS > minute ? 'late' : 'alarmed'
  return 'late'
}
