import { holidayName } from '@asaichi/calendar/holidays.ts'
import { monthDates } from '@asaichi/calendar/local-date.ts'
import type { Phase } from '@asaichi/calendar/windows.ts'
import type { Availability } from '@asaichi/contract/catalog/availability.ts'
import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { bookingPhase, nextPhaseChange, openingAhead } from './booking-phase.ts'
import { type Occupancy, openHoursOn, slotLetters } from './day-slots.ts'

export type MonthFacts = {
  readonly listingId: string
  readonly month: string
  readonly venue: Venue
  readonly policy: WindowPolicy
  readonly occupancies: readonly Occupancy[]
  /** Dates whose draw was applied (M18). */
  readonly drawn: ReadonlySet<string>
  readonly now: string
}
type Day = Availability['days'][number]

export const PHASE_LETTERS = {
  lottery: 'l',
  drawing: 'd',
  'first-come': 'f',
  before: 'b',
  closed: 'c',
} as const satisfies Record<Phase, Day['p']>

const NEVER = '9999-12-31T23:59:59.999Z'

/** M22: a room-month as everyone sees it, and the instant from which the clock alone makes it untrue. */
export function monthCalendar(facts: MonthFacts): {
  readonly availability: Availability
  readonly freshUntil: string
} {
  const { listingId, month, policy, now } = facts
  const dates = monthDates(month)
  const changes = dates.flatMap(date => nextPhaseChange(policy, date, now) ?? [])
  return {
    availability: { listingId, month, days: dates.map(date => dayOf(facts, date)) },
    freshUntil: changes.toSorted()[0] ?? NEVER,
  }
}

function dayOf({ venue, policy, occupancies, drawn, now }: MonthFacts, date: string): Day {
  const hours = openHoursOn(venue, date)
  const holiday = holidayName(date) === undefined ? {} : ({ h: true } as const)
  if (!hours) return { d: date, p: '-', open: null, s: '', opensAt: null, ...holiday }
  const phase = bookingPhase(policy, date, { now, drawn: drawn.has(date) })
  return {
    d: date,
    p: PHASE_LETTERS[phase],
    open: hours.opens,
    s: slotLetters(date, hours, occupancies),
    opensAt: openingAhead(policy, date, now),
    ...holiday,
  }
}
