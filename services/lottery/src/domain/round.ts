import { addDays, datesBetween } from '@asaichi/calendar/local-date.ts'
import { lotteryWindow, type WindowPolicy } from '@asaichi/calendar/windows.ts'

export type PlannedRound = {
  readonly date: string
  readonly opensAt: string
  readonly closesAt: string
  readonly drawAt: string
}

/** How far ahead rounds are written down: past the earliest opening any policy has, and one day more for the plan of tomorrow. */
export function planningDays(policy: WindowPolicy): number {
  switch (policy.lottery.kind) {
    case 'none':
      return 0
    case 'rolling':
      return policy.lottery.opensDaysBefore + 2
    case 'monthly':
      return (policy.lottery.monthsBefore + 2) * 31
  }
}

/** The rounds a city needs from `today` on (M17, M18, S10); none where it has no lottery. */
export function plannedRounds(policy: WindowPolicy, today: string): readonly PlannedRound[] {
  const days = planningDays(policy)
  if (days === 0) return []
  return datesBetween(today, addDays(today, days)).flatMap(date => {
    const window = lotteryWindow(policy, date)
    return window ? [{ date, ...window }] : []
  })
}
