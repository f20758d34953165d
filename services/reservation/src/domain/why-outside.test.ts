import { demoSpace, demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { expect, test } from 'vitest'
import { whyOutside } from './why-outside.ts'

const booked = { spaceId: 'yoshitsu', listingId: 'yoshitsu', date: '2024-12-02', from: '09:00', to: '21:00' }
const { hours, spaces } = demoVenue()

test.each([
  ['the venue as it is', demoVenue(), undefined],
  ['a room more', demoVenue({ spaces: [...spaces, demoSpace({ spaceId: 'new', name: '新' })] }), undefined],
  ['its room taken out', demoVenue({ spaces: spaces.slice(1) }), 'room-gone'],
  [
    'its listing moved to another room',
    demoVenue({
      spaces: [demoSpace({ spaceId: 'other', name: '1階洋室', listings: spaces[0]?.listings ?? [] })],
    }),
    'room-gone',
  ],
  ['a later opening', demoVenue({ hours: { ...hours, mon: { opens: '09:30', closes: '21:00' } } }), 'closed'],
  ['another weekday shut', demoVenue({ hours: { ...hours, tue: 'closed' } }), undefined],
  [
    'a closure on its day',
    demoVenue({ closures: [{ from: '2024-12-02', to: '2024-12-02', reason: '工事' }] }),
    'closed',
  ],
  [
    'a closure the day after',
    demoVenue({ closures: [{ from: '2024-12-03', to: '2024-12-09', reason: '工事' }] }),
    undefined,
  ],
] as const)('M12, M13: a booking and %s', (_, venue, why) => {
  expect(whyOutside(booked, venue)).toBe(why)
})
