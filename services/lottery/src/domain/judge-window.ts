import { lotteryWindow } from '@asaichi/calendar/windows.ts'
import type { WindowPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Round } from '@asaichi/contract/lottery/rounds.ts'
import type { EntryReason } from './judge-entry.ts'

/** M17: whether the round takes entries at this moment. Both the state and the clock must say so (A64). */
export function judgeWindow(round: Round, now: string): EntryReason | undefined {
  switch (round.status) {
    case 'scheduled':
      return now >= round.closesAt ? closed(round) : notOpenYet(round, now)
    case 'open':
      if (now >= round.closesAt) return closed(round)
      return now < round.opensAt ? notOpenYet(round, now) : undefined
    case 'cancelled':
      return { code: 'no-lottery', detail: {} }
    case 'closed-empty':
    case 'frozen':
    case 'drawn':
    case 'published':
      return closed(round)
  }
}

/** Why nobody can enter for a date that has no round: no lottery at all, too early, or long past. */
export function judgeDate(policy: WindowPolicy, date: string, now: string): EntryReason {
  const window = lotteryWindow(policy, date)
  if (!window) return { code: 'no-lottery', detail: {} }
  return now < window.closesAt ? notOpenYet(window, now) : closed(window)
}

function notOpenYet({ opensAt }: { readonly opensAt: string }, serverTime: string): EntryReason {
  return { code: 'entries-not-open-yet', detail: { opensAt, serverTime } }
}

function closed({ closesAt }: { readonly closesAt: string }): EntryReason {
  return { code: 'entries-closed', detail: { closedAt: closesAt } }
}

/** Whether a date is one that a calendar program and the database both know; nobody enters for the year 0. */
export function isOfOurTime(date: string): boolean {
  return date >= '2000-01-01' && date <= '2999-12-31'
}
