/** How a reader's language writes what a sentence may hold. */
export type Writing = {
  readonly day: (date: string) => string
  readonly month: (month: string) => string
  readonly moment: (instant: string) => string
  /** A moment at which something ends: midnight is the 24:00 of the day before. */
  readonly end: (instant: string) => string
}

const INSTANT = /^\d{4}-\d\d-\d\dT/
const DATE = /^\d{4}-\d\d-\d\d$/
const MONTH = /^\d{4}-\d\d$/
const ENDS: ReadonlySet<string> = new Set(['closedAt', 'confirmBy', 'stoppedUntil', 'bannedUntil'])

/** A fact of a refusal as its sentence says it: null is nothing, and what is no word cannot be said. */
export function saidFact(
  name: string,
  value: unknown,
  { day, month, moment, end }: Writing,
): string | number | undefined {
  if (typeof value === 'number') return value
  if (value === null) return ''
  if (typeof value !== 'string') return undefined
  if (INSTANT.test(value)) return ENDS.has(name) ? end(value) : moment(value)
  if (DATE.test(value)) return day(value)
  return MONTH.test(value) ? month(value) : value
}

/** `{minutes}` of a wait: whole minutes, after which it is over. */
export function minutesIn(seconds: number): number {
  return Math.ceil(seconds / 60)
}
