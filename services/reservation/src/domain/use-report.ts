import { minutesOf } from '@asaichi/calendar/grid.ts'
import { hoursOn } from '@asaichi/calendar/opening-hours.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { ReservationStatus } from '@asaichi/contract/reservation/reservation.ts'
import type { PurposeUse, RoomUse } from '@asaichi/contract/reservation/use-report.ts'

/** Bookings of one room that ended alike, were for the same purpose and took the same hours of their days, together. */
export type Counted = {
  readonly venueId: string
  readonly venueName: string
  readonly spaceId: string
  readonly spaceName: string
  readonly status: ReservationStatus
  readonly from: string
  readonly to: string
  /** M24; null = not said. */
  readonly purposeId: string | null
  readonly purposeName: string | null
  readonly bookings: number
  readonly people: number
  readonly charged: number
  readonly paid: number
}

/** T11: a line for every room the city has, in its order, then for those it had. */
export function roomUses(
  venues: readonly Venue[],
  dates: readonly string[],
  counted: readonly Counted[],
): readonly RoomUse[] {
  const known = venues.flatMap(venue => {
    const openMinutes = dates.reduce((sum, date) => sum + openOn(venue, date), 0)
    return venue.spaces.map(({ spaceId, name }) =>
      unused({ venueId: venue.venueId, venueName: venue.name, spaceId, spaceName: name, openMinutes }),
    )
  })
  const rooms = new Map(known.map(room => [room.spaceId, room]))
  for (const each of counted)
    rooms.set(each.spaceId, withThese(rooms.get(each.spaceId) ?? unused({ ...each, openMinutes: 0 }), each))
  return [...rooms.values()]
}

/** Minutes used in each hour of the day. */
export function hoursUsed(counted: readonly Counted[]): readonly number[] {
  const used = counted.filter(isUse)
  return Array.from({ length: 24 }, (_, hour) =>
    used.reduce((sum, each) => sum + each.bookings * minutesWithin(each, hour), 0),
  )
}

/** A line for every purpose that was said, and one for where none was; no line where none was said at all. */
export function purposesUsed(counted: readonly Counted[]): readonly PurposeUse[] {
  const purposes = new Map<string | null, PurposeUse>()
  for (const each of counted.filter(isUse)) {
    const { purposeId, purposeName: name } = each
    const before = purposes.get(purposeId) ?? { purposeId, name, usedMinutes: 0, bookings: 0, people: 0 }
    purposes.set(purposeId, {
      ...before,
      usedMinutes: before.usedMinutes + minutesUsed(each),
      bookings: before.bookings + each.bookings,
      people: before.people + each.people,
    })
  }
  const lines = [...purposes.values()]
  return lines.every(({ purposeId }) => purposeId === null)
    ? []
    : lines.toSorted((one, other) => other.usedMinutes - one.usedMinutes)
}

function openOn({ hours, closures }: Venue, date: string): number {
  const day = hoursOn({ ...hours, closures }, date)
  return 'closed' in day ? 0 : minutesOf(day.closes) - minutesOf(day.opens)
}

type Room = Pick<RoomUse, 'venueId' | 'venueName' | 'spaceId' | 'spaceName' | 'openMinutes'>

function unused({ venueId, venueName, spaceId, spaceName, openMinutes }: Room): RoomUse {
  return {
    venueId,
    venueName,
    spaceId,
    spaceName,
    openMinutes,
    usedMinutes: 0,
    bookings: 0,
    people: 0,
    pending: 0,
    refused: 0,
    cancelled: 0,
    expired: 0,
    charged: 0,
    paid: 0,
  }
}

function withThese(room: RoomUse, these: Counted): RoomUse {
  const [charged, paid] = [room.charged + these.charged, room.paid + these.paid]
  const { status } = these
  switch (status) {
    case 'approved':
    case 'used':
      return {
        ...room,
        charged,
        paid,
        usedMinutes: room.usedMinutes + minutesUsed(these),
        bookings: room.bookings + these.bookings,
        people: room.people + these.people,
      }
    case 'pending':
    case 'refused':
    case 'cancelled':
    case 'expired':
      return { ...room, charged, paid, [status]: room[status] + these.bookings }
    default:
      return status satisfies never
  }
}

function minutesUsed({ bookings, from, to }: Counted): number {
  return bookings * (minutesOf(to) - minutesOf(from))
}

function isUse({ status }: Counted): boolean {
  return status === 'approved' || status === 'used'
}

function minutesWithin({ from, to }: Counted, hour: number): number {
  return Math.max(0, Math.min(minutesOf(to), (hour + 1) * 60) - Math.max(minutesOf(from), hour * 60))
}
