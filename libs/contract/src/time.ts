import { z } from 'zod'

const YEARS = { first: '1800-01-01', last: '2999-12-31' } as const

/**
 * A civil date of the city, `2024-12-01`; `2025-02-30` is refused. Also a year that is surely a slip or an attack: databases and
 * calendars end at different ones, and a date near such an end harms whoever computes with it (P1, P2, A42).
 */
export const LocalDate = z.iso
  .date()
  .refine(date => date >= YEARS.first && date <= YEARS.last, `not from ${YEARS.first} to ${YEARS.last}`)
export type LocalDate = z.infer<typeof LocalDate>

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** A wall time of the city, `00:00` to `24:00`; whether it is on the 30-minute grid is a rule of the domain. */
export const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day is from 00:00 to 24:00')
export type TimeOfDay = z.infer<typeof TimeOfDay>

/** A point in time in UTC with exactly three decimals, so that instants compare as strings. */
export const Instant = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof Instant>
