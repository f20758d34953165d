import type { Key } from '../../../i18n/catalogue.ts'

const KNOWN = [
  'gateway-away',
  'offline',
  'no-device',
  'clock-bad',
  'clock-warning',
  'battery-low',
  'code-late',
  'code-refused',
  'no-room',
  'keypad-guessed',
  'tamper',
  'changed-outside',
  'foreign-unlock',
  'emergency-used',
  'spare-used',
  'revoked-code-may-open',
] as const

/** What to do about a word of the lock service's list; `gateway-refused-…` and `lock-refused-…` carry a cause of their own. */
export function problemText(problem: string): Key {
  const known = KNOWN.find(one => one === problem)
  if (known) return `staff.problem-${known}`
  return problem.startsWith('gateway-refused')
    ? 'staff.problem-gateway-refused'
    : 'staff.problem-lock-refused'
}
