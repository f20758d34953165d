import { minutesOf, type TimeOfDay } from './grid.ts'
import { addDays, type LocalDate } from './local-date.ts'

/** A moment in UTC with exactly three decimals, `2024-11-02T22:00:00.000Z`; compares with `<`. */
export type Instant = string

/** An IANA zone name. */
export type TimeZone = string

export const TOKYO: TimeZone = 'Asia/Tokyo'

// Japan has kept one offset since its summer time ended in 1951, so the hot path may do without zone tables.
const TOKYO_OFFSET = '+09:00'
const TOKYO_OFFSET_MS = 9 * 3_600_000

/** The moment a zone's clock shows the time on the date; `24:00` is the next day's midnight. */
export function instantAt(date: LocalDate, time: TimeOfDay, zone: TimeZone = TOKYO): Instant {
  if (zone === TOKYO) return instantInTokyo(date, time)
  const minutes = minutesOf(time)
  const day = Temporal.PlainDate.from(date).add({ days: Math.floor(minutes / 1440) })
  const plainTime = { hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 }
  return isoOf(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds)
}

// A rush asks for the same few hundred half-hours; parsing one takes longer than judging it.
const MOST_KNOWN = 5_000
const known = new Map<string, Instant>()

function instantInTokyo(date: LocalDate, time: TimeOfDay): Instant {
  const text = `${date}T${time}:00.000${TOKYO_OFFSET}`
  const found = known.get(text)
  if (found !== undefined) return found
  const instant = new Date(text).toISOString()
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, instant)
  return instant
}

/** The day a zone's calendar shows at the moment. */
export function localDateOf(instant: Instant, zone: TimeZone = TOKYO): LocalDate {
  return localIso(instant, zone).slice(0, 10)
}

/** The minute a zone's clock shows at the moment, `00:00` to `23:59`. */
export function localTimeOf(instant: Instant, zone: TimeZone = TOKYO): TimeOfDay {
  return localIso(instant, zone).slice(11, 16)
}

export function addMs(instant: Instant, ms: number): Instant {
  return isoOf(Date.parse(instant) + ms)
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return addMs(instant, minutes * 60_000)
}

/** The moment the day begins in the zone. */
export function startOfDay(date: LocalDate, zone: TimeZone = TOKYO): Instant {
  return instantAt(date, '00:00', zone)
}

/** The first moment strictly after the instant at which the zone's clock shows the time (G4: the next 07:00). */
export function nextTimeOfDay(instant: Instant, time: TimeOfDay, zone: TimeZone = TOKYO): Instant {
  const today = localDateOf(instant, zone)
  const candidate = instantAt(today, time, zone)
  return candidate > instant ? candidate : instantAt(addDays(today, 1), time, zone)
}

function localIso(instant: Instant, zone: TimeZone): string {
  const ms = Date.parse(instant)
  if (zone === TOKYO) return isoOf(ms + TOKYO_OFFSET_MS)
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime().toString()
}

function isoOf(ms: number): Instant {
  return new Date(ms).toISOString()
}
