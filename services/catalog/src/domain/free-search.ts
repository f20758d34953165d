import { GRID_MINUTES, isOnGrid } from '@asaichi/calendar/grid.ts'
import { HOLIDAY_YEARS } from '@asaichi/calendar/holidays.ts'
import { daysBetween } from '@asaichi/calendar/local-date.ts'
import type { Space } from '@asaichi/contract/catalog/venue.ts'
import { refuse } from '@asaichi/contract/define.ts'

type Band = { readonly from: string; readonly to: string }
type Wishes = {
  readonly purpose?: string | undefined
  readonly people?: number | undefined
  readonly equipment?: string | undefined
  readonly stepFree?: true | undefined
}

const MOST_DAYS = 62

/** A41, A42: spans and bands that cannot be searched. */
export function refusalOfSearch({ from, to, band }: { from: string; to: string; band?: Band | undefined }) {
  if (from > to) return refuse('span-not-valid')
  if (daysBetween(from, to) >= MOST_DAYS) return refuse('span-too-long', { maxDays: MOST_DAYS })
  const known = { first: `${HOLIDAY_YEARS.first}-01-01`, last: `${HOLIDAY_YEARS.last}-12-31` }
  if (from < known.first || to > known.last) return refuse('date-out-of-range', known)
  if (band && (!isOnGrid(band.from) || !isOnGrid(band.to) || band.from >= band.to))
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
