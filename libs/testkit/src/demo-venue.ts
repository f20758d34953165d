import type { Space, Venue } from '@asaichi/contract/catalog/venue.ts'

/** A venue with one room in two listings (M13, M14) and a hall that is made of two halves. */
export function demoVenue(differences: Partial<Venue> = {}): Venue {
  const allDay = { opens: '09:00', closes: '21:00' }
  return {
    venueId: 'kokaido',
    cityId: 'mitaka',
    name: '試験公会堂',
    pitch: '試験用の会場',
    text: '試験用の会場です。',
    address: '試験市1-2-3',
    postalCode: '181-0001',
    area: '東部',
    station: null,
    photo: null,
    phone: null,
    feeRule: '原則無料',
    hours: {
      mon: allDay,
      tue: { opens: '10:30', closes: '21:00' },
      wed: allDay,
      thu: allDay,
      fri: allDay,
      sat: allDay,
      sun: allDay,
      holiday: allDay,
      holidayRule: 'holiday-wins',
    },
    closures: [{ from: '2024-12-29', to: '2025-01-03', reason: '年末年始' }],
    spaces: [
      demoSpace({
        spaceId: 'yoshitsu',
        name: '1階洋室',
        listings: [
          { listingId: 'yoshitsu', name: '1階洋室', use: 'free', yenPerStep: 0, termsText: null },
          {
            listingId: 'yoshitsu-paid',
            name: '1階洋室（有料）',
            use: 'paid-event',
            yenPerStep: 300,
            termsText: null,
          },
        ],
      }),
      demoSpace({ spaceId: 'hall', name: 'ホール', parts: ['hall-a', 'hall-b'] }),
      demoSpace({ spaceId: 'hall-a', name: 'ホールA' }),
      demoSpace({ spaceId: 'hall-b', name: 'ホールB' }),
    ],
    doors: [
      { lockId: 'genkan', name: '玄関', opens: [] },
      { lockId: 'yoshitsu-door', name: '1階洋室', opens: ['yoshitsu'] },
    ],
    sample: [],
    ...differences,
  }
}

export function demoSpace(differences: Partial<Space> & Pick<Space, 'spaceId' | 'name'>): Space {
  return {
    capacity: 26,
    minMinutes: 30,
    parts: [],
    floor: '1階',
    areaM2: 40,
    ceilingM: 2.5,
    equipment: [],
    purposes: [],
    internet: true,
    foodRule: null,
    tidyRule: null,
    sample: [],
    listings: [
      { listingId: differences.spaceId, name: differences.name, use: 'free', yenPerStep: 0, termsText: null },
    ],
    ...differences,
  }
}

/** By the week; holidays apart. */
export const NEVER_OPEN = {
  mon: 'closed',
  tue: 'closed',
  wed: 'closed',
  thu: 'closed',
  fri: 'closed',
  sat: 'closed',
  sun: 'closed',
} as const
