import { expect, test } from 'vitest'
import { pressedVenues, slotsOf } from '../src/city.ts'
import { profileNames, readProfile } from '../src/profile.ts'

const names = await profileNames()

test('there is a profile for the gate, a small and a large city, and a long run', () => {
  expect(names).toEqual(['city-large', 'city-small', 'smoke', 'soak'])
})

test.each(names)('%s: more press than there are slots, and the side load stays on', async name => {
  const profile = await readProfile(name)
  const slots = slotsOf(pressedVenues(profile), profile.slotMinutes)
  expect(slots.length).toBe((profile.venues * profile.roomsPerVenue * 720) / profile.slotMinutes)
  expect(profile.load.press.residents).toBeGreaterThan(slots.length)
  expect(profile.load.watch.perSecond).toBeGreaterThan(0)
})

test('a name that is none says which there are', async () => {
  await expect(readProfile('../package')).rejects.toThrow('city-small')
})
