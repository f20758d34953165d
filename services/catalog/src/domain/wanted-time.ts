import { GRID_MINUTES, minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import type { FreeRun } from './day-slots.ts'

/** What a search asks of a day: a length within a band, the whole band, a length at any time, or whatever there is. */
export type WantedTime = {
  readonly band?: { readonly from: string; readonly to: string } | undefined
  /** In one piece; left out: the whole band, or without one the room's shortest use. */
  readonly minutes?: number | undefined
}
export type Fit = FreeRun & { readonly inBand: boolean }
type Day = {
  readonly runs: readonly FreeRun[]
  readonly minMinutes: number
  /** Minutes of the day before which nothing can begin any more. */
  readonly earliest: number
}
type Minutes = { readonly from: number; readonly to: number }

const WHOLE_DAY = { from: '00:00', to: '24:00' } as const

/**
 * S6: a time of the wanted length in a free run, in the band where there is one; otherwise the nearest to the band on that day.
 * A run shorter than the room's shortest use fits nothing. A time in the band may be lengthened beyond it to the shortest use.
 */
export function fitOf({ runs, minMinutes, earliest }: Day, wanted: WantedTime): Fit | undefined {
  const band = minutesIn(wanted.band ?? WHOLE_DAY)
  const length = wanted.minutes ?? (wanted.band ? band.to - band.from : minMinutes)
  const usable = runs
    .map(minutesIn)
    .map(({ from, to }) => ({ from: Math.max(from, earliest), to }))
    .filter(run => run.to - run.from >= Math.max(length, minMinutes))
  const inBand = usable.find(run => Math.min(run.to, band.to) - Math.max(run.from, band.from) >= length)
  const run = inBand ?? nearestTo(band.from, usable)
  if (!run) return undefined
  const used = Math.max(length, minMinutes)
  const from = Math.min(Math.max(run.from, band.from), run.to - used)
  return { from: timeOf(from), to: timeOf(from + used), inBand: inBand !== undefined }
}

/** The first minute of the grid after this one. */
export function nextOnGrid(minute: number): number {
  return (Math.floor(minute / GRID_MINUTES) + 1) * GRID_MINUTES
}

function nearestTo(minute: number, runs: readonly Minutes[]): Minutes | undefined {
  const distance = ({ from, to }: Minutes) => Math.max(from - minute, minute - to, 0)
  return runs.toSorted((one, other) => distance(one) - distance(other))[0]
}

function minutesIn({ from, to }: { readonly from: string; readonly to: string }): Minutes {
  return { from: minutesOf(from), to: minutesOf(to) }
}
