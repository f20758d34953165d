import { z } from 'zod'
import { event, notFound, request } from '../define.ts'
import { CityId, ReservationId, VenueId } from '../ids.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { placeNames } from '../translations.ts'

/** Mail N: applications of a venue came within the city's days of their expiry (M25) with no answer; one fact a venue and morning. */
export const answersWanted = event(
  'reservation.event.answers-wanted.v1',
  z.object({ cityId: CityId, venueId: VenueId, date: LocalDate.describe('the day it is told') }),
)

/** Claim check of mail N: what still waits for an answer of all that were warned of, nearest expiry first, without who asks. */
export const getAnswersWantedMail = request('reservation.call.get-answers-wanted-mail.v1', {
  input: z.object({ venueId: VenueId }),
  output: z.object({
    venueName: z.string(),
    placeNames,
    total: z.int(),
    items: z
      .array(
        z.object({
          reservationId: ReservationId,
          spaceName: z.string(),
          date: LocalDate,
          from: TimeOfDay,
          to: TimeOfDay,
          answerBy: Instant,
        }),
      )
      .max(20)
      .describe('the first of them'),
  }),
  refusals: notFound,
})
