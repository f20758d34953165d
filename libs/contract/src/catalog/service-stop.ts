import { z } from 'zod'
import { line as filledLine, PublicLine } from '../text.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { translations } from '../translations.ts'

const text = z.object({ text: PublicLine })
const MOST_DAYS = 92
const DAY_MS = 86_400_000

/** G14: in `[from fromTime, to toTime)` of the city's clock residents read on and do not act; the text says why. */
export const ServiceStop = z
  .object({
    from: LocalDate,
    fromTime: TimeOfDay,
    to: LocalDate,
    toTime: TimeOfDay,
    text: filledLine(200),
    translations: translations(text),
  })
  .refine(
    ({ from, fromTime, to, toTime }) => `${from} ${fromTime}` < `${to} ${toTime}`,
    'ends before it begins',
  )
  .refine(
    ({ from, to }) => Date.parse(to) - Date.parse(from) <= MOST_DAYS * DAY_MS,
    `at most ${MOST_DAYS} days`,
  )
export type ServiceStop = z.infer<typeof ServiceStop>

/** What a resident's act meets then: why, since when, and until when. */
export const stopped = z.object({
  ...text.shape,
  translations: translations(text),
  stoppedFrom: Instant,
  stoppedUntil: Instant,
})
export type Stopped = z.infer<typeof stopped>
export const serviceStopped = { 'service-stopped': stopped }
