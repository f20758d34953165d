import type { StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import type { TimeOfDay } from '@asaichi/contract/time.ts'

type Bounds = { readonly opens: TimeOfDay; readonly closes: TimeOfDay }
/** A stretch of one room's day: free, or what happens there. */
export type RoomStretch = {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
  readonly occupancies: readonly StaffOccupancy[]
}
type Room = { readonly spaceId: string; readonly parts: readonly string[] }

/** What the table spans: the opening hours, and whatever lies outside of them. */
export function boundsOf(hours: Bounds | null, occupancies: readonly StaffOccupancy[]): Bounds {
  const opens = [...(hours ? [hours.opens] : []), ...occupancies.map(one => one.from)]
  const closes = [...(hours ? [hours.closes] : []), ...occupancies.map(one => one.to)]
  return opens.length === 0
    ? { opens: '09:00', closes: '21:00' }
    : { opens: opens.toSorted()[0] ?? '09:00', closes: closes.toSorted().at(-1) ?? '21:00' }
}

/** M13: a room's own occupancies and, for a whole, those of its parts. */
function occupanciesOf(room: Room, all: readonly StaffOccupancy[]): readonly StaffOccupancy[] {
  const spaces = [room.spaceId, ...room.parts]
  return all.filter(one => one.spaceIds.some(id => spaces.includes(id)))
}

/** The day of a room without gaps. Two parts of a whole may be used at once: what overlaps is one stretch. */
export function stretchesOf(
  room: Room,
  all: readonly StaffOccupancy[],
  { opens, closes }: Bounds,
): readonly RoomStretch[] {
  const taken: RoomStretch[] = []
  for (const one of occupanciesOf(room, all).toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = taken.at(-1)
    if (last && one.from < last.to)
      taken[taken.length - 1] = {
        from: last.from,
        to: one.to > last.to ? one.to : last.to,
        occupancies: [...last.occupancies, one],
      }
    else taken.push({ from: one.from, to: one.to, occupancies: [one] })
  }
  return withGaps(taken, { opens, closes })
}

function withGaps(taken: readonly RoomStretch[], { opens, closes }: Bounds): readonly RoomStretch[] {
  const whole: RoomStretch[] = []
  let at = opens
  for (const stretch of taken) {
    if (at < stretch.from) whole.push({ from: at, to: stretch.from, occupancies: [] })
    whole.push(stretch)
    at = stretch.to
  }
  return at < closes ? [...whole, { from: at, to: closes, occupancies: [] }] : whole
}
