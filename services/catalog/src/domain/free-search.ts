import { GRID_MINUTES, isOnGrid, minutesOf } from '@asaichi/calendar/grid.ts'
import { HOLIDAY_YEARS } from '@asaichi/calendar/holidays.ts'
import { instantAt } from '@asaichi/calendar/instant.ts'
import { daysBetween } from '@asaichi/calendar/local-date.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { refuse } from '@asaichi/contract/define.ts'
import { bookingPhase } from './booking-phase.ts'
import { type FreeRun, freeRuns, type Occupancy, openHoursOn, slotLetters } from './day-slots.ts'

type Band = { readonly from: string; readonly to: string }
type Wishes = {
  readonly purpose?: string | undefined
  readonly people?: number | undefined
  readonly equipment?: string | undefined
  readonly stepFree?: true | undefined
}

const MOST_DAYS = 62

/** A41, A42: spans and bands that cannot be searched. */
export function refusalOfSearch({ from, to, band }: { from: string; to: string; band: Band }) {
  if (from > to) return refuse('span-not-valid')
  if (daysBetween(from, to) >= MOST_DAYS) return refuse('span-too-long', { maxDays: MOST_DAYS })
  const known = { first: `${HOLIDAY_YEARS.first}-01-01`, last: `${HOLIDAY_YEARS.last}-12-31` }
  if (from < known.first || to > known.last) return refuse('date-out-of-range', known)
  if (!isOnGrid(band.from) || !isOnGrid(band.to) || band.from >= band.to)
    return refuse('band-not-valid', { stepMinutes: GRID_MINUTES })
  return undefined
}

/** S6: whether one room has all that is asked of a room. */
export function suits(space: Space, { purpose, people, equipment, stepFree }: Wishes): boolean {
  return (
    (people === undefined || people <= space.capacity) &&
    (stepFree === undefined || space.stepFree === true) &&
    (purpose === undefined || space.purposes.includes(purpose)) &&
    (equipment === undefined || space.equipment.some(({ name }) => name === equipment))
  )
}

export type DayFacts = {
  readonly venue: Venue
  readonly space: Space
  readonly date: string
  readonly band: Band
  readonly policy: CityPolicy
  readonly occupancies: readonly Occupancy[]
  /** Whether the date's draw was applied (M18). */
  readonly drawn: boolean
  readonly now: string
}

/** The day's free runs, if one of them holds the whole band and the day can be booked now or later; nothing otherwise. */
export function freeOn(facts: DayFacts) {
  const { venue, space, date, band, policy, now } = facts
  const hours = openHoursOn(venue, date)
  if (!hours || instantAt(date, band.from) <= now) return undefined
  const phase = bookingPhase(policy.windows, date, facts)
  if (phase === 'closed') return undefined
  const free = freeRuns(hours.opens, slotLetters(date, hours, facts.occupancies))
  const holds = (run: FreeRun) =>
    run.from <= band.from && band.to <= run.to && minutesOf(run.to) - minutesOf(run.from) >= space.minMinutes
  return free.some(holds) ? { phase, free } : undefined
}
