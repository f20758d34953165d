import { GRID_MINUTES, minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import type { TimeOfDay } from '@asaichi/contract/time.ts'

/** One half hour of a day. */
export type Slot = {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
  readonly mark: SlotMark
  /** The reader's own booking. */
  readonly own?: boolean
}
/** `o` free, `x` taken, `h` city use or closure, `r` freed but not yet reopened (M22). */
export type SlotMark = 'o' | 'x' | 'h' | 'r'
export type TimeRange = { readonly from: TimeOfDay; readonly to: TimeOfDay }
export type RangeLimits = { readonly minMinutes: number; readonly maxMinutes?: number | undefined }

/** The slots of a day's letters, as the availability answer writes them. */
export function slotsOf(open: TimeOfDay, letters: string): readonly Slot[] {
  const start = minutesOf(open)
  return Array.from(letters).map((letter, index) => ({
    from: timeOf(start + index * GRID_MINUTES),
    to: timeOf(start + (index + 1) * GRID_MINUTES),
    mark: isMark(letter) ? letter : 'x',
  }))
}

/** First tap begins, a later tap inside the free run ends, any other tap begins again; a taken slot changes nothing. */
export function tapped(
  slots: readonly Slot[],
  range: TimeRange | undefined,
  tap: { readonly at: TimeOfDay; readonly limits: RangeLimits },
): TimeRange | undefined {
  const slot = slots.find(one => one.from === tap.at && one.mark === 'o')
  if (!slot) return range
  const isSingle = range && endChoices(slots, range.from, tap.limits)[0] === range.to
  if (isSingle && slot.from > range.from && endChoices(slots, range.from, tap.limits).includes(slot.to))
    return { from: range.from, to: slot.to }
  return rangeFrom(slots, slot.from, tap.limits)
}

/** The shortest range that begins there; nothing where even that does not fit. */
export function rangeFrom(
  slots: readonly Slot[],
  from: TimeOfDay,
  limits: RangeLimits,
): TimeRange | undefined {
  const to = endChoices(slots, from, limits)[0]
  return to === undefined ? undefined : { from, to }
}

/** Where a range may begin: free slots after which the shortest use still fits. */
export function startChoices(slots: readonly Slot[], limits: RangeLimits): readonly TimeOfDay[] {
  return slots.filter(slot => rangeFrom(slots, slot.from, limits)).map(slot => slot.from)
}

/** Where a range that begins there may end: up to the first slot not free, closing time or the room's longest use. */
export function endChoices(
  slots: readonly Slot[],
  from: TimeOfDay,
  { minMinutes, maxMinutes }: RangeLimits,
): readonly TimeOfDay[] {
  const rest = slots.filter(slot => slot.from >= from)
  const wall = rest.findIndex(slot => slot.mark !== 'o')
  const free = wall === -1 ? rest : rest.slice(0, wall)
  return free
    .map(slot => slot.to)
    .filter(to => {
      const minutes = minutesOf(to) - minutesOf(from)
      return minutes >= minMinutes && minutes <= (maxMinutes ?? Number.POSITIVE_INFINITY)
    })
}

/** The range as it is where it is still free, else nothing: availability changes under the reader's hand. */
export function stillFree(
  slots: readonly Slot[],
  range: TimeRange | undefined,
  limits: RangeLimits,
): TimeRange | undefined {
  return range && endChoices(slots, range.from, limits).includes(range.to) ? range : undefined
}

/** `○` many, `△` few (a quarter of the day or less), `×` none; few slots that nobody could use count as none. */
export function dayMark(slots: readonly Slot[], limits: RangeLimits): 'free' | 'few' | 'full' {
  const free = slots.filter(slot => slot.mark === 'o').length
  if (startChoices(slots, limits).length === 0) return 'full'
  return free * 4 <= slots.length ? 'few' : 'free'
}

/** The longest stretches of slots whose marks are wanted. */
export function runsOf(slots: readonly Slot[], isWanted: (mark: SlotMark) => boolean): readonly TimeRange[] {
  const runs: TimeRange[] = []
  for (const { from, to, mark } of slots) {
    const last = runs[runs.length - 1]
    if (!isWanted(mark)) continue
    if (last?.to === from) runs[runs.length - 1] = { from: last.from, to }
    else runs.push({ from, to })
  }
  return runs
}

function isMark(letter: string): letter is SlotMark {
  return 'oxhr'.includes(letter)
}
