import { demoCity } from '@asaichi/testkit/demo-city.ts'
import { demoVenue } from '@asaichi/testkit/demo-venue.ts'
import { everydayApplication } from '@asaichi/testkit/everyday-event.ts'
import { expect, test } from 'vitest'
import { knownRefusal } from './known-day.ts'

const { policy } = demoCity({
  cityId: 'mitaka',
  classes: [
    { classId: 'residents', name: '市内' },
    { classId: 'outside', name: '市外', firstComeDelayDays: 7 },
  ],
})
const ids = { receiptId: 'r', reservationId: 'b', occupancyId: 'o' }
const attempt = {
  personId: 'me',
  cityId: 'mitaka',
  key: 'k',
  bodyHash: 'h',
  application: everydayApplication(),
  ids,
}

// 2024-12-01 opens on 3 November at 07:00, for who lives elsewhere on the 10th.
test.each([
  ['residents', '2024-11-02T21:59:59.000Z', 'not-open-yet'],
  ['residents', '2024-11-02T21:59:59.900Z', undefined],
  ['outside', '2024-11-02T21:59:59.000Z', 'not-open-yet'],
  ['outside', '2024-11-05T00:00:00.000Z', undefined],
])(
  'G11: what memory says to a class %s at %s is %s, for the class may have changed since',
  (classId, now, code) => {
    const day = { policy, venue: demoVenue(), dateOpened: true, occupied: [], usedKeys: new Set<string>() }
    const person = { permission: { status: 'approved', adultFrom: '2000-01-01', classId }, live: 0 }
    expect(knownRefusal(attempt, { day, person, now })?.code).toBe(code)
  },
)
