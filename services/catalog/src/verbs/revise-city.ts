import { spanOf } from '@asaichi/calendar/service-stop.ts'
import { firstComeWindow, lotteryWindow } from '@asaichi/calendar/windows.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { reviseCity as request } from '@asaichi/contract/catalog/settings.ts'
import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { fieldChanges } from '../domain/field-changes.ts'
import { mayWrite } from '../domain/writer.ts'
import { lockCity } from '../store/cities.ts'
import { putCityIn } from './put-city.ts'

/** Of two editors the second is told, and what it wanted to put is still in its hands. */
export async function reviseCity(
  { db }: Context,
  { actor, city, expectedVersion, dryRun, onDate }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  if (!mayWrite(actor, city.cityId)) return refuse('not-found')
  return db.transaction().execute(async tx => {
    const now = await lockCity(tx, city.cityId)
    if (!now) return refuse('not-found')
    if (now.version !== expectedVersion) return refuse('version-changed', { version: now.version })
    const put = dryRun ? now : await putCityIn(tx, city, actor.personId)
    return done({
      version: put.version,
      changes: fieldChanges(now.city, city),
      onDate: onDate === undefined ? null : windowsOn(city, onDate),
    })
  })
}

function windowsOn({ policy: { windows, serviceStops = [] } }: City, date: string) {
  const { opensAt, closesAt } = firstComeWindow(windows, date)
  const lottery = lotteryWindow(windows, date) ?? null
  const open = [{ opensAt, closesAt }, ...(lottery ? [lottery] : [])]
  const stops = serviceStops.map(spanOf).flatMap(({ stoppedFrom, stoppedUntil }) => {
    const meets = open.some(window => window.opensAt < stoppedUntil && stoppedFrom < window.closesAt)
    const overDraw = lottery !== null && stoppedFrom <= lottery.drawAt && lottery.drawAt < stoppedUntil
    return meets || overDraw ? [{ stoppedFrom, stoppedUntil, overDraw }] : []
  })
  return { date, lottery, firstCome: { opensAt, closesAt }, stops }
}
