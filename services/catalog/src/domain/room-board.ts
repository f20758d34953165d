import type { TimeOfDay } from '@asaichi/calendar/grid.ts'
import { instantAt, localTimeOf } from '@asaichi/calendar/instant.ts'
import type { OpenHours } from '@asaichi/calendar/opening-hours.ts'
import type { Board } from '@asaichi/contract/catalog/venue-day.ts'
import type { Occupancy, OccupancyKind } from './day-slots.ts'

type Room = Board['rooms'][number]
type State = Pick<Room, 'state' | 'until' | 'next' | 'uses'>
type Use = Room['uses'][number]

/** Nobody is in a room whose freed time waits to reopen (G4). */
const SHOWN: Readonly<Record<OccupancyKind, Use['kind'] | undefined>> = {
  reservation: 'in-use',
  'city-use': 'city-use',
  closure: 'closure',
  reopening: undefined,
}

/** K1: what a room is doing now, until when, and what comes next; times are the city's, within the day. */
export function roomState(
  date: string,
  day: { readonly hours: OpenHours | undefined; readonly now: string },
  occupancies: readonly Occupancy[],
): State {
  const { hours, now } = day
  const uses = usesOf(date, occupancies)
  const time = timeAt(date, now)
  const current = uses.find(use => use.from <= time && time < use.to)
  const next = uses.find(use => use.from > time) ?? null
  if (current) return { state: current.kind, until: current.to, next, uses }
  if (!hours || time < hours.opens || time >= hours.closes)
    return { state: 'closed', until: null, next, uses }
  const until = next && next.from < hours.closes ? next.from : hours.closes
  return { state: 'free', until, next, uses }
}

function usesOf(date: string, occupancies: readonly Occupancy[]): Use[] {
  const begin = instantAt(date, '00:00')
  const end = instantAt(date, '24:00')
  return occupancies
    .flatMap(({ kind, startsAt, endsAt }) => {
      const shown = SHOWN[kind]
      if (shown === undefined || endsAt <= begin || startsAt >= end) return []
      return [{ kind: shown, from: timeAt(date, startsAt), to: timeAt(date, endsAt) }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function timeAt(date: string, instant: string): TimeOfDay {
  if (instant < instantAt(date, '00:00')) return '00:00'
  return instant >= instantAt(date, '24:00') ? '24:00' : localTimeOf(instant)
}
