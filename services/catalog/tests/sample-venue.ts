import type { Actor } from '@asaichi/contract/actor.ts'
import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'
import { demoSpace } from '@asaichi/testkit/demo-venue.ts'

const NINE_TO_FIVE = { opens: '09:00', closes: '17:00' } as const

/** A venue with one room and everyday hours; a test names only what it is about. */
export function sampleVenue(
  differences: Partial<Venue> & { readonly venueId: string; readonly cityId: string },
): Venue {
  return {
    name: '試験会館',
    pitch: '試験のための会館',
    text: '説明',
    address: '試験市1-1',
    postalCode: '000-0000',
    area: '中央',
    station: null,
    photo: null,
    phone: null,
    feeRule: '無料',
    hours: {
      mon: NINE_TO_FIVE,
      tue: NINE_TO_FIVE,
      wed: NINE_TO_FIVE,
      thu: NINE_TO_FIVE,
      fri: NINE_TO_FIVE,
      sat: NINE_TO_FIVE,
      sun: 'closed',
      holiday: NINE_TO_FIVE,
      holidayRule: 'holiday-wins',
    },
    closures: [],
    spaces: [sampleSpace({ spaceId: `${differences.venueId}-room` })],
    doors: [],
    sample: [],
    ...differences,
  }
}

export function sampleSpace(differences: Partial<Space> & { readonly spaceId: string }): Space {
  return demoSpace({
    name: '会議室',
    capacity: 20,
    floor: null,
    areaM2: null,
    ceilingM: null,
    ...differences,
  })
}

export function adminOf(cityId: string, role: Actor['role'] = 'admin'): Actor {
  return { personId: '01a1f640-bc00-7000-8000-0000000000aa', role, cityId }
}
