import { addDays, isLocalDate } from '@asaichi/calendar/local-date.ts'
import type { Instant } from '@asaichi/contract/time.ts'
import { normaliseNumber } from '../../lib/normalise-number.ts'
import { dateAt, timeAt } from '../../lib/tokyo.ts'

/** The instant of a wall time in the city; nothing where the date or the time does not exist. */
export function instantOf(date: string, time: string): Instant | undefined {
  if (!isLocalDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined
  return new Date(Date.parse(`${date}T${time}:00+09:00`)).toISOString()
}

/** `7:00`, `０７：００` and `0700` are `07:00`. */
export function readTime(text: string): string | undefined {
  const digits = normaliseNumber(text.replace(/[:：]/g, ''))
  if (digits === '') return undefined
  const padded = digits.padStart(4, '0')
  const time = `${padded.slice(0, 2)}:${padded.slice(2)}`
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined
}

/** The next 07:00 in the city, when results come and first-come opens (M18). */
export function nextSeven(now: Instant): Instant {
  const date = timeAt(now) < '07:00' ? dateAt(now) : addDays(dateAt(now), 1)
  return instantOf(date, '07:00') ?? now
}
