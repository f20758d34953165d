import { addDays, addMonths, datesBetween, monthDates } from '@asaichi/calendar/local-date.ts'
import { lotteryWindow } from '@asaichi/calendar/windows.ts'
import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'

export type PlannedRound = {
  readonly first: string
  readonly last: string
  readonly opensAt: string
  readonly closesAt: string
  readonly drawAt: string
}
type Dates = { readonly first: string; readonly last: string }

/** The use dates whose rounds are written down: past the earliest opening a policy has, and a day or a month more. */
export function plannedDates(policy: WindowPolicy, today: string): readonly string[] {
  const { lottery } = policy
  switch (lottery.kind) {
    case 'none':
      return []
    case 'rolling':
      return datesBetween(today, addDays(today, lottery.opensDaysBefore + 2))
    case 'monthly':
      // Whole months, because the dates of a month are drawn together.
      return Array.from({ length: lottery.monthsBefore + 2 }, (_, ahead) =>
        addMonths(today.slice(0, 7), ahead),
      )
        .flatMap(monthDates)
        .filter(date => date >= today)
  }
}

/**
 * The rounds a city needs from `today` on (M17, M18, S10) for dates that no round has yet: one a day where windows roll, one for
 * the dates of a month where they are monthly.
 */
export function plannedRounds(
  policy: WindowPolicy,
  today: string,
  planned: readonly Dates[] = [],
): readonly PlannedRound[] {
  const together = policy.lottery.kind === 'monthly'
  const rounds: PlannedRound[] = []
  for (const date of plannedDates(policy, today)) {
    const window = lotteryWindow(policy, date)
    if (!window || planned.some(({ first, last }) => first <= date && date <= last)) continue
    const before = rounds.at(-1)
    if (together && before && joins(before, date)) rounds[rounds.length - 1] = { ...before, last: date }
    else rounds.push({ first: date, last: date, ...window })
  }
  return rounds
}

function joins(round: PlannedRound, date: string): boolean {
  return addDays(round.last, 1) === date && round.last.slice(0, 7) === date.slice(0, 7)
}
