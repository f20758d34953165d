import { emitAll } from '@asaichi/bus/emit.ts'
import { localDateOf } from '@asaichi/calendar/instant.ts'
import { addDays } from '@asaichi/calendar/local-date.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import { answersWanted } from '@asaichi/contract/reservation/unanswered.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { schedule, unschedule } from '@asaichi/store/due-work.ts'
import { townNow } from '@asaichi/store/town-now.ts'
import { nextWarningAt } from '../domain/reminder.ts'
import { findPolicy, keepCity } from '../store/copies.ts'
import type { Tables } from '../store/schema.ts'
import { markWarned } from '../store/unanswered.ts'

const WARNING = 'warn-of-unanswered'

/** A city's rules, and with them whether its office is warned: one row a city, for every morning. */
export async function keepCityRules(tx: Transaction<Tables>, city: City, version: number): Promise<void> {
  const { cityId, policy } = city
  const before = await findPolicy(tx, cityId)
  if (!(await keepCity(tx, city, version))) return
  if (!policy.answerWarning) await unschedule(tx, { kind: WARNING, key: cityId })
  // A row that stands goes on, so that a rule changed at that very moment does not lose the day.
  else if (!before?.answerWarning) await planNext(tx, cityId)
}

/** Mail N: one fact for each venue that has something new to answer, whatever its number; what was told is not told again. */
export async function warnOfUnanswered(tx: Transaction<Tables>, cityId: string): Promise<void> {
  const warning = (await findPolicy(tx, cityId))?.answerWarning
  if (!warning) return
  const date = localDateOf(await townNow(tx))
  const venueIds = await markWarned(tx, { cityId, through: addDays(date, warning.days) })
  await emitAll(
    tx,
    venueIds.map(venueId => ({
      event: answersWanted,
      aggregateId: `${venueId}:${date}`,
      version: 1,
      data: { cityId, venueId, date },
    })),
  )
  await planNext(tx, cityId)
}

async function planNext(tx: Transaction<Tables>, cityId: string): Promise<void> {
  await schedule(tx, { kind: WARNING, key: cityId, dueAt: nextWarningAt(await townNow(tx)) })
}
