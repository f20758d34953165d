import type { Key } from '../../../i18n/catalogue.ts'

const KNOWN = [
  'not-approved',
  'not-open-yet',
  'draw-in-progress',
  'closed',
  'outside-hours',
  'off-grid',
  'too-short',
  'people-out-of-range',
  'terms-not-accepted',
  'guardian-needed',
  'wrong-listing',
  'quota-reached',
  'overlaps-own-booking',
  'taken',
] as const

/** Why an attempt was refused, told to staff: short, and without the figures a receipt does not hold. */
export function attemptReason(reason: string): Key {
  const known = KNOWN.find(one => one === reason)
  return known ? `staff.reason-${known}` : 'staff.reason-other'
}
