import { z } from 'zod'
import { event, MOST_TOLD_TOGETHER } from '../define.ts'
import { CityId, PersonId, ReservationId } from '../ids.ts'
import { Blocker } from './reservation.ts'

/** M20: entries that won are 承認待ち now. Mail E tells the winners, so no mail G follows. */
export const winnersPlaced = event(
  'reservation.event.winner-placed.v2',
  z.object({
    cityId: CityId,
    winners: z
      .array(z.object({ entryId: z.string(), reservationId: ReservationId }))
      .min(1)
      .max(MOST_TOLD_TOGETHER),
  }),
)
/** A win that met a closure or city use entered after the freeze. */
export const winnerTurnedAway = event(
  'reservation.event.winner-turned-away.v1',
  z.object({ entryId: z.string(), personId: PersonId, cityId: CityId, blocker: Blocker }),
)
