import { instantAt, localDateOf, localTimeOf } from '@asaichi/calendar/instant.ts'
import { hoursOn } from '@asaichi/calendar/opening-hours.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getStaffDay as request, StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import { findVenue } from '../store/copies.ts'
import type { Tables } from '../store/schema.ts'
import { type DayOccupancy, findDayOccupancies } from '../store/staff-day.ts'

/** T4: the venue's day with names and reasons, for staff of its city only. */
export async function getStaffDay(
  db: Kysely<Tables>,
  { actor, venueId, date }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const venue = await findVenue(db, venueId)
  if (!venue || venue.cityId !== actor.cityId) return refuse('not-found')
  const [occupancies, serverNow] = await Promise.all([findDayOccupancies(db, { venueId, date }), townNow(db)])
  return done({
    venueId,
    venueName: venue.name,
    date,
    serverNow,
    ...openingOf(venue, date),
    spaces: venue.spaces.map(({ spaceId, name, capacity, parts }) => ({ spaceId, name, capacity, parts })),
    occupancies: occupancies.map(occupancy => shown(occupancy, date)),
  })
}

function openingOf({ hours, closures }: Venue, date: string) {
  const day = hoursOn({ ...hours, closures }, date)
  return 'closed' in day
    ? { hours: null, closedReason: day.closed }
    : { hours: { opens: day.opens, closes: day.closes }, closedReason: null }
}

function shown(occupancy: DayOccupancy, date: string): StaffOccupancy {
  const { startsAt, endsAt } = occupancy
  const spaceIds = [...occupancy.spaceIds]
  const from = localDateOf(startsAt) < date ? '00:00' : localTimeOf(startsAt)
  const to = endsAt >= instantAt(date, '24:00') ? '24:00' : localTimeOf(endsAt)
  return { ...occupancy, spaceIds, from, to }
}
