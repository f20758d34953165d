import { DAY_MINUTES, type Day, type Span } from './day.ts'

const MINUTE_MS = 60_000

/** Every moment at which something can happen by itself, beside those that the bridge asks for. */
export function momentsOf(day: Day) {
  const minutes = new Set<number>([0])
  const edges = ({ from, to }: Span) => [
    from - 15,
    from - 1 / 60,
    from,
    from + 2,
    (from + to) / 2,
    to - 1 / 60,
    to,
    to + 1 / 60,
    to + 3,
    to + 60,
  ]
  for (const { span, toldAt, change } of day.bookings) {
    for (const at of [toldAt, ...edges(span)]) minutes.add(at)
    if (change)
      for (const at of [change.at, change.at + 3, ...(change.to === 'cancelled' ? [] : edges(change.to))])
        minutes.add(at)
  }
  for (const trouble of day.troubles)
    for (const at of 'at' in trouble
      ? [trouble.at, trouble.at + 3]
      : [trouble.from, trouble.to, trouble.to + 3])
      minutes.add(at)
  const { wakeMinutes } = day.lock.capabilities
  if (wakeMinutes > 0) for (let at = 0; at < DAY_MINUTES; at += wakeMinutes) minutes.add(at)
  const sorted = [...minutes]
    .filter(at => at >= 0 && at < DAY_MINUTES)
    .map(at => Math.round(at * MINUTE_MS))
    .toSorted((one, other) => one - other)
  const end = DAY_MINUTES * MINUTE_MS
  return {
    next(after: number, asked = Infinity): number | undefined {
      while ((sorted[0] ?? end) <= after) sorted.shift()
      const soon = Math.min(asked > after ? asked : Infinity, sorted[0] ?? Infinity)
      return soon < end ? soon : undefined
    },
  }
}
