import { dateInMonth, monthDates, monthsBetween } from '@asaichi/calendar/local-date.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { REPORT_MONTHS_MAX, type getUseReport as request } from '@asaichi/contract/reservation/use-report.ts'
import { LocalDate } from '@asaichi/contract/time.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { hoursUsed, purposesUsed, roomUses } from '../domain/use-report.ts'
import type { Tables } from '../store/schema.ts'
import { countUses, findVenuesOf } from '../store/use-report.ts'

/** T11: how a city's rooms were used, from what is booked and never from names. */
export async function getUseReport(
  db: Kysely<Tables>,
  { actor, from, to }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const months = [from, to].every(hasDates) ? monthsBetween(from, to) : []
  if (months.length === 0 || months.length > REPORT_MONTHS_MAX) return refuse('months-not-valid')
  const [venues, counted] = await Promise.all([
    findVenuesOf(db, actor.cityId),
    countUses(db, actor.cityId, { from: `${from}-01`, to: dateInMonth(to, 31) }),
  ])
  const rooms = roomUses(venues, months.flatMap(monthDates), counted)
  return done({
    from,
    to,
    rooms: [...rooms],
    hours: [...hoursUsed(counted)],
    purposes: [...purposesUsed(counted)],
  })
}

/** A month has no bounds of its own; its days have (P1). */
function hasDates(month: string): boolean {
  return LocalDate.safeParse(`${month}-01`).success
}
