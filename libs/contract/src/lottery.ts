import { z } from 'zod'
import { bare, event, request } from './define.ts'
import { CityId, RoundId } from './ids.ts'
import { Instant, LocalDate } from './time.ts'

/** A round of one city and use date. It moves by due rows only; nobody has entered yet where it is `scheduled`. */
export const RoundStatus = z.enum(['scheduled', 'open', 'closed-empty'])
export type RoundStatus = z.infer<typeof RoundStatus>

export const Round = z.object({
  roundId: RoundId,
  cityId: CityId,
  date: LocalDate,
  status: RoundStatus,
  opensAt: Instant,
  closesAt: Instant,
  drawAt: Instant,
})
export type Round = z.infer<typeof Round>

export const getRound = request('lottery.call.get-round.v1', {
  input: z.object({ cityId: CityId, date: LocalDate }),
  output: Round,
  refusals: { 'not-found': bare },
})

/** M18: nothing is left to draw for this date, so first-come may open at its time. */
export const roundClosedEmpty = event(
  'lottery.event.round-closed-empty.v1',
  z.object({ roundId: RoundId, cityId: CityId, date: LocalDate }),
)
