/** The step of every booking, opening hour and closure, in minutes (M13). */
export const GRID_MINUTES = 30

const DAY_MINUTES = 1440
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/

/** A local time of day `HH:MM`, `00:00` to `24:00` (the end of the day). */
export type TimeOfDay = string

/** A half-open stretch `[from, to)` of times of day, dates or instants: anything of one form that compares with `<`. */
export type Span = { readonly from: string; readonly to: string }

/** Whether the text is a time of day on the 30-minute grid, `24:00` included. */
export function isOnGrid(time: string): time is TimeOfDay {
  return TIME_OF_DAY.test(time) && minutesOf(time) % GRID_MINUTES === 0
}

// Every press asks for its times again and again, and there are no more than 1,441 of them.
const known = new Map<TimeOfDay, number>()

/** Minutes from midnight, 0–1440. */
export function minutesOf(time: TimeOfDay): number {
  const found = known.get(time)
  if (found !== undefined) return found
  if (!TIME_OF_DAY.test(time)) throw new RangeError('Not a time of day')
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  known.set(time, minutes)
  return minutes
}

/** The time of day so many minutes after midnight; 1440 is `24:00`. */
export function timeOf(minutes: number): TimeOfDay {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > DAY_MINUTES)
    throw new RangeError('Not a minute of the day')
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${hours}:${String(minutes % 60).padStart(2, '0')}`
}

/** The place of a grid time in its day, 0 (`00:00`) to 48 (`24:00`). */
export function slotIndex(time: TimeOfDay): number {
  const index = minutesOf(time) / GRID_MINUTES
  if (!Number.isInteger(index)) throw new RangeError('Off the 30-minute grid')
  return index
}

/** The start of every slot in `[from, to)`; empty when nothing lies between. */
export function slotTimes(from: TimeOfDay, to: TimeOfDay): readonly TimeOfDay[] {
  const first = slotIndex(from)
  const count = Math.max(0, slotIndex(to) - first)
  return Array.from({ length: count }, (_, step) => timeOf((first + step) * GRID_MINUTES))
}

/** Whether two half-open spans share a moment; one ending where the other starts does not, an empty one never does. */
export function overlaps(a: Span, b: Span): boolean {
  // PostgreSQL's `&&` is false for an empty range; without this clause [10,10) would hit [9,11).
  if (a.from >= a.to || b.from >= b.to) return false
  return a.from < b.to && b.from < a.to
}
