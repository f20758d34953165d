import { dateInMonth, monthDates, monthsBetween } from '@asaichi/calendar/local-date.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import { REPORT_MONTHS_MAX, type getUseReport as request } from '@asaichi/contract/reservation/use-report.ts'
import { LocalDate } from '@asaichi/contract/time.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import { headcountsTold } from '../domain/headcount-report.ts'
import { hoursUsed, purposesUsed, roomUses } from '../domain/use-report.ts'
import { findPolicy } from '../store/copies.ts'
import type { Tables } from '../store/schema.ts'
import { countKinds, countOver, countUses, findVenuesOf } from '../store/use-report.ts'

/** T11: how a city's rooms were used, from what is booked and never from names. */
export async function getUseReport(
  db: Kysely<Tables>,
  { actor, from, to }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (actor.role === 'resident') return refuse('not-allowed')
  const months = [from, to].every(hasDates) ? monthsBetween(from, to) : []
  if (months.length === 0 || months.length > REPORT_MONTHS_MAX) return refuse('months-not-valid')
  const span = { from: `${from}-01`, to: dateInMonth(to, 31) }
  const [venues, counted, over, kinds, policy] = await Promise.all([
    findVenuesOf(db, actor.cityId),
    countUses(db, actor.cityId, span),
    countOver(db, actor.cityId, span),
    countKinds(db, actor.cityId, span),
    findPolicy(db, actor.cityId),
  ])
  const headcounts = headcountsTold({ over, kinds, rules: policy?.headcount })
  const rooms = roomUses(venues, months.flatMap(monthDates), counted)
  return done({
    from,
    to,
    rooms: [...rooms],
    hours: [...hoursUsed(counted)],
    purposes: [...purposesUsed(counted)],
    ...(headcounts && { headcounts }),
  })
}

/** A month has no bounds of its own; its days have (P1). */
function hasDates(month: string): boolean {
  return LocalDate.safeParse(`${month}-01`).success
}
