import { addMs } from '@asaichi/calendar/instant.ts'

const CONFIRM_WITHIN_MS = 60_000
const MINUTE_MS = 60_000

/** F21: until when locks must have confirmed that a code has ended: a minute for all, and as long as the sleepiest may sleep. */
export function confirmDue(now: string, locks: readonly { readonly wakeMinutes: number }[]): string {
  const longest = Math.max(0, ...locks.map(({ wakeMinutes }) => wakeMinutes))
  return addMs(now, CONFIRM_WITHIN_MS + longest * MINUTE_MS)
}
