import { minutesOf, slotTimes, timeOf } from '@asaichi/calendar/grid.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { demoSpace } from '@asaichi/testkit/demo-venue.ts'
import { inokashiraTobu, mitaka } from '@asaichi/town/demo/mitaka.ts'
import type { Slot } from '../lib/plan.ts'
import type { Profile } from './profile.ts'

const OPENS = '09:00'
const CLOSES = '21:00'
const DOORS_MOST = 50

/** The city that presses: Mitaka's rules, halls of its own. */
export const pressingCity: City = { ...mitaka, cityId: 'rush', name: '負荷試験市' }
/** Its neighbour has the same hour and draws that morning; a draw of the pressing city's own would take its slots. */
export const drawingCity: City = { ...mitaka, cityId: 'rush-next', name: '負荷試験市の隣の市' }

export function pressedVenues({ venues, roomsPerVenue }: Profile): readonly Venue[] {
  return numbers(venues).map(number =>
    venue(`rush-hall-${number}`, { cityId: pressingCity.cityId, rooms: roomsPerVenue, doors: 0 }),
  )
}

export const drawnVenue: Venue = venue('rush-next-hall', { cityId: drawingCity.cityId, rooms: 4, doors: 0 })

/** Halls with the locks' doors: a venue has at most so many. */
export function lockedVenues({ locks }: Profile): readonly Venue[] {
  return numbers(Math.ceil(locks / DOORS_MOST)).map(number =>
    venue(`rush-doors-${number}`, {
      cityId: pressingCity.cityId,
      rooms: 1,
      doors: Math.min(DOORS_MOST, locks - (number - 1) * DOORS_MOST),
    }),
  )
}

/** Every slot of a day: a listing and `slotMinutes` of it. */
export function slotsOf(venues: readonly Venue[], slotMinutes: number): readonly Slot[] {
  const starts = slotTimes(OPENS, CLOSES).filter(
    from => (minutesOf(from) - minutesOf(OPENS)) % slotMinutes === 0,
  )
  const listings = venues.flatMap(({ spaces }) => spaces.flatMap(space => space.listings))
  return listings.flatMap(({ listingId }) =>
    starts.map(from => ({ listingId, from, to: timeOf(minutesOf(from) + slotMinutes) })),
  )
}

type Size = { readonly cityId: string; readonly rooms: number; readonly doors: number }

function venue(venueId: string, { cityId, rooms, doors }: Size): Venue {
  const spaces = numbers(rooms).map(number => room(`${venueId}-${number}`, number))
  const day = { opens: OPENS, closes: CLOSES } as const
  return {
    ...inokashiraTobu,
    venueId,
    cityId,
    name: venueId,
    hours: { ...inokashiraTobu.hours, tue: day },
    closures: [],
    options: [],
    spaces,
    doors: numbers(doors).map(number => ({
      lockId: `${venueId}-door-${number}`,
      name: `扉${number}`,
      opens: spaces.map(({ spaceId }) => spaceId),
    })),
  }
}

function room(spaceId: string, number: number): Space {
  return demoSpace({ spaceId, name: `第${number}室`, capacity: 20 })
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
