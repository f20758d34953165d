import { z } from 'zod'
import { LocalDate, TimeOfDay } from '../time.ts'

const GridTime = TimeOfDay.refine(time => /:[03]0$/.test(time), 'off the 30-minute grid')
const DayHours = z.union([
  z
    .object({ opens: GridTime, closes: GridTime })
    .refine(({ opens, closes }) => opens < closes, 'closes before it opens'),
  z.literal('closed'),
])
export const OpeningHours = z.object({
  mon: DayHours,
  tue: DayHours,
  wed: DayHours,
  thu: DayHours,
  fri: DayHours,
  sat: DayHours,
  sun: DayHours,
  holiday: DayHours,
  holidayRule: z.enum(['holiday-wins', 'weekday-wins']),
})
export type OpeningHours = z.infer<typeof OpeningHours>

export const Closure = z
  .object({ from: LocalDate, to: LocalDate, reason: z.string().max(200) })
  .refine(({ from, to }) => from <= to, 'ends before it begins')

const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of the year is as 12-29')
/** Short, so that the calendar always finds an office day between them. */
export const OfficeClosure = z.object({ from: MonthDay, to: MonthDay }).refine(isShort, 'at most a month')

function isShort({ from, to }: { readonly from: string; readonly to: string }): boolean {
  const day = (text: string) => Number(text.slice(0, 2)) * 31 + Number(text.slice(3))
  return (day(to) - day(from) + 372) % 372 <= 31
}
