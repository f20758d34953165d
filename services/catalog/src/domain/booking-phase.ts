import { firstComeWindow, lotteryWindow, type Phase, phaseAt } from '@asaichi/calendar/windows.ts'
import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'

/** M18: once the clock says first-come, a date with a lottery still waits until its draw was applied. */
export function bookingPhase(
  policy: WindowPolicy,
  date: string,
  { now, drawn }: { readonly now: string; readonly drawn: boolean },
): Phase {
  const phase = phaseAt(policy, date, now)
  const waits = phase === 'first-come' && policy.lottery.kind !== 'none' && !drawn
  return waits ? 'drawing' : phase
}

/** When first-come of the date opens, where that lies ahead. */
export function openingAhead(policy: WindowPolicy, date: string, now: string): string | null {
  const { opensAt, closesAt } = firstComeWindow(policy, date)
  return now < opensAt && opensAt < closesAt ? opensAt : null
}

/** The next instant at which the clock alone changes the date's phase. */
export function nextPhaseChange(policy: WindowPolicy, date: string, now: string): string | undefined {
  const lottery = lotteryWindow(policy, date)
  const { opensAt, closesAt } = firstComeWindow(policy, date)
  const changes = [opensAt, closesAt, ...(lottery ? [lottery.opensAt, lottery.closesAt, lottery.drawAt] : [])]
  return changes.filter(instant => instant > now).toSorted()[0]
}
