import { z } from 'zod'
import { Actor } from '../actor.ts'
import { PointRules } from '../catalog/points.ts'
import { bare, event, notFound, request, staffOnly } from '../define.ts'
import { CityId, ListingId, PersonId, ReservationId } from '../ids.ts'
import { line } from '../text.ts'
import { Instant, LocalDate, TimeOfDay } from '../time.ts'
import { placeNames } from '../translations.ts'

export const PointId = z.uuid()
export const PointCause = z.enum(['late-cancel', 'no-show'])
export type PointCause = z.infer<typeof PointCause>

/** G8: what one booking gave its owner, once for each cause. Waived, it counts no more; the row and the reason stay. */
export const Point = z.object({
  pointId: PointId,
  reservationId: ReservationId,
  cause: PointCause,
  points: z.int(),
  at: Instant,
  waivedAt: Instant.nullable(),
  waivedBecause: z.string().nullable(),
})
export type Point = z.infer<typeof Point>

/** G8: what an application or an entry meets while its person is banned. */
export const banned = z.object({ bannedUntil: Instant })

/** What a booking says of points; nothing where its city gives none. */
export const pointsOfBooking = z.object({
  points: z.array(Point).optional().describe('G8: what it gave its owner'),
  cancelPoints: z.int().optional().describe('G8: what its owner’s cancel would give now; 0 = nothing'),
})

export type PointsOfBooking = z.infer<typeof pointsOfBooking>

/** What counts now: points within the city's `countedDays`, and until when no application is taken. */
export const PointStanding = z.object({
  rules: PointRules.nullable().describe('null: the city gives none'),
  counted: z.int(),
  bannedUntil: Instant.nullable(),
})
export type PointStanding = z.infer<typeof PointStanding>

const PersonPoints = PointStanding.extend({
  items: z
    .array(
      Point.extend({
        listingId: ListingId,
        venueName: z.string(),
        spaceName: z.string(),
        date: LocalDate,
        from: TimeOfDay,
        to: TimeOfDay,
      }),
    )
    .describe('the newest first, at most 200'),
})
export type PersonPoints = z.infer<typeof PersonPoints>

/** G8, R11: one's own points. */
export const getMyPoints = request('reservation.call.get-my-points.v1', {
  input: z.object({ actor: Actor }),
  output: PersonPoints,
  refusals: {},
})

/** G8, T9: a person's points in the city of whoever looks. */
export const getPointsOf = request('reservation.call.get-points-of.v1', {
  input: z.object({ actor: Actor, personId: PersonId }),
  output: PersonPoints,
  refusals: { 'not-allowed': bare },
})

/** G8: nobody came to an approved booking that is over. Marking again answers the same; what was taken back stays so. */
export const markNoShow = request('reservation.call.mark-no-show.v1', {
  input: z.object({ actor: Actor, reservationId: ReservationId }),
  output: Point,
  refusals: { ...staffOnly, 'points-not-offered': bare, 'use-not-over': bare, 'mark-taken-back': bare },
})

/** G8: points count no more, or a mark was wrong; for everybody but oneself (A76). Waiving again answers the first. */
export const waivePoints = request('reservation.call.waive-points.v1', {
  input: z.object({ actor: Actor, pointId: PointId, reason: line(400) }),
  output: Point,
  refusals: { ...staffOnly, 'own-booking': bare },
})

/** For the lottery, before it takes an entry. */
export const getBan = request('reservation.call.get-ban.v1', {
  input: z.object({ personId: PersonId, cityId: CityId }),
  output: z.object({ bannedUntil: Instant.nullable() }),
  refusals: {},
})

/** Claim check of mail T: what was given for which booking, and what counts when it is sent. */
export const getPointsMail = request('reservation.call.get-points-mail.v1', {
  input: z.object({ pointId: PointId }),
  output: PointStanding.extend({
    point: Point,
    cityId: CityId,
    personId: PersonId,
    venueName: z.string(),
    spaceName: z.string(),
    date: LocalDate,
    from: TimeOfDay,
    to: TimeOfDay,
    placeNames,
  }),
  refusals: notFound,
})

export const pointsGiven = event(
  'reservation.event.points-given.v1',
  z.object({ pointId: PointId, reservationId: ReservationId, personId: PersonId, cityId: CityId }),
)
