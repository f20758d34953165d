import type { Actor } from '@asaichi/contract/actor.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { PointRules } from '@asaichi/contract/catalog/points.ts'
import type { OutcomeOf } from '@asaichi/contract/define.ts'
import * as points from '@asaichi/contract/reservation/points.ts'
import * as contract from '@asaichi/contract/reservation/reservation.ts'
import { approve } from '@asaichi/contract/reservation/staff.ts'
import { valueOf } from '@asaichi/testkit/outcome.ts'
import { type ReservationBed, staff, startReservationBed } from './reservation-bed.ts'

export const POINTS: PointRules = {
  lateCancel: { withinDays: 7, points: 1 },
  noShow: 2,
  bannedAt: 3,
  countedDays: 30,
  banDays: 14,
}
/** A use of 2024-12-01 is late to cancel from here on. */
export const LATE = '2024-11-23T15:00:00.000Z'
/** A use of 2024-12-01 from 9 to 10 is over. */
export const OVER = '2024-12-01T01:00:00.000Z'

type Cancelled = OutcomeOf<typeof contract.cancel>
type Marked = OutcomeOf<typeof points.markNoShow>

export type PointsBed = ReservationBed & {
  readonly approved: (owner: Actor, application?: object) => Promise<contract.Reservation>
  readonly cancel: (actor: Actor, booking: contract.Reservation, more?: object) => Promise<Cancelled>
  readonly mark: (booking: contract.Reservation, actor?: Actor) => Promise<Marked>
  readonly mine: (actor: Actor) => Promise<points.PersonPoints>
}

/** The bed of reservations in a city that gives points, with two open dates. */
export async function startPointsBed(policy: Partial<CityPolicy> = {}): Promise<PointsBed> {
  const bed = await startReservationBed({ points: POINTS, ...policy })
  await bed.openDates('2024-12-01', '2024-12-15')
  return {
    ...bed,
    async approved(owner, application = {}) {
      const { reservationId, version } = await bed.booked(owner, application)
      return valueOf(await bed.call(approve, { actor: staff, reservationId, expectedVersion: version }))
    },
    cancel: (actor, { reservationId }, more = {}) =>
      bed.call(contract.cancel, { actor, reservationId, ...more }),
    mark: ({ reservationId }, actor = staff) => bed.call(points.markNoShow, { actor, reservationId }),
    mine: async actor => valueOf(await bed.call(points.getMyPoints, { actor })),
  }
}
