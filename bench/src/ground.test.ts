import { expect, test } from 'vitest'
import { createGround, SLOTS, VENUES } from './ground.ts'

const nameOf = ({ venueId, date }: { readonly venueId: string; readonly date: string }) =>
  `${venueId} ${date}`

test('no venue-day is handed out twice, and each has a hundred different slots', () => {
  const ground = createGround('2026-12-28')
  const days = [
    ground.example,
    ground.venueDay(),
    ...ground.everyVenue(),
    ...ground.daysOfOneVenue(10),
    ...ground.everyVenue(),
    ground.venueDay(),
    ...ground.drawnDays(2),
    ...ground.drawnDays(2),
  ]
  expect(new Set(days.map(nameOf)).size).toBe(days.length)
  for (const { slots } of days)
    expect(new Set(slots.map(slot => `${slot.listingId} ${slot.from}`)).size).toBe(SLOTS)
})

test('every venue is on the same date', () => {
  const days = createGround('2026-12-28').everyVenue()
  expect(new Set(days.map(day => day.date)).size).toBe(1)
  expect(new Set(days.map(day => day.venueId)).size).toBe(VENUES)
})

test('when all is pressed for, a further run is refused', () => {
  const ground = createGround('2026-12-28')
  for (const _ of ground.openDates.slice(1)) ground.everyVenue()
  expect(() => ground.everyVenue()).toThrow('No venue-day')
})
