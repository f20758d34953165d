import { GRID_MINUTES, minutesOf, slotTimes, type TimeOfDay, timeOf } from '@asaichi/calendar/grid.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { hoursOn, type OpenHours, type WeeklyHours } from '@asaichi/calendar/opening-hours.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'

export type OccupancyKind = 'reservation' | 'city-use' | 'closure' | 'reopening'
export type Occupancy = {
  readonly kind: OccupancyKind
  readonly startsAt: string
  readonly endsAt: string
}
export type FreeRun = { readonly from: TimeOfDay; readonly to: TimeOfDay }

const LETTERS: Readonly<Record<OccupancyKind, string>> = {
  reservation: 'x',
  'city-use': 'h',
  closure: 'h',
  reopening: 'r',
}

/** M10–M12: the venue's hours on the date; nothing on a day it is shut. */
export function openHoursOn({ hours, closures }: Venue, date: string): OpenHours | undefined {
  const weekly: WeeklyHours = { ...hours, closures }
  const day = hoursOn(weekly, date)
  return 'closed' in day ? undefined : day
}

/** M22: one letter per 30 minutes of the opening hours: o free, x taken, h city use or closure, r not yet reopened. */
export function slotLetters(date: string, hours: OpenHours, occupancies: readonly Occupancy[]): string {
  const starts = [...slotTimes(hours.opens, hours.closes), hours.closes].map(time => instantAt(date, time))
  const ofDay = occupancies.filter(
    ({ startsAt, endsAt }) =>
      startsAt < instantAt(date, hours.closes) && endsAt > instantAt(date, hours.opens),
  )
  return starts
    .slice(0, -1)
    .map((start, index) => {
      const end = starts[index + 1] ?? start
      const taken = ofDay.find(({ startsAt, endsAt }) => startsAt < end && start < endsAt)
      return taken ? LETTERS[taken.kind] : 'o'
    })
    .join('')
}

/** The longest stretches of free slots of a day that opens at `opens`. */
export function freeRuns(opens: TimeOfDay, letters: string): readonly FreeRun[] {
  const timeAt = (index: number) => timeOf(minutesOf(opens) + index * GRID_MINUTES)
  return [...letters.matchAll(/o+/g)].map(({ index, 0: run }) => ({
    from: timeAt(index),
    to: timeAt(index + run.length),
  }))
}
