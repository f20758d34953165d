import { localDateOf } from '@asaichi/calendar/instant.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { getStaffToday as request } from '@asaichi/contract/reservation/staff.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import type { z } from 'zod'
import type { Tables } from '../store/schema.ts'
import { countPending, findCityDay } from '../store/staff-day.ts'

const MOST_BOOKINGS = 300

/** T1: what a city's staff open their day with. */
export async function getStaffToday(
  db: Kysely<Tables>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const { cityId } = actor
  const serverNow = await townNow(db)
  const date = localDateOf(serverNow)
  const [waiting, bookings] = await Promise.all([
    countPending(db, cityId),
    findCityDay(db, cityId, { date, limit: MOST_BOOKINGS }),
  ])
  return done({ cityId, date, serverNow, ...waiting, bookings })
}
