import { expect, test } from 'vitest'
import { remainders } from './remainders.ts'

const at = (hour: number) => `2024-12-01T${String(hour).padStart(2, '0')}:00:00.000Z`
const stretch = (spaces: string, from: number, to: number) => ({
  spaceIds: spaces.split(' '),
  startsAt: at(from),
  endsAt: at(to),
})

test.each([
  ['all of it', stretch('a', 1, 2), stretch('a b', 0, 3), []],
  ['the middle', stretch('a', 1, 5), stretch('a', 2, 3), [stretch('a', 1, 2), stretch('a', 3, 5)]],
  ['one room of two', stretch('a b', 1, 2), stretch('b', 1, 2), [stretch('a', 1, 2)]],
  ['part of one room', stretch('a b', 1, 3), stretch('b', 2, 9), [stretch('a', 1, 3), stretch('b', 1, 2)]],
  ['nothing: it only touches', stretch('a', 1, 2), stretch('a', 2, 3), [stretch('a', 1, 2)]],
  ['nothing: another room', stretch('a', 1, 2), stretch('b', 1, 2), [stretch('a', 1, 2)]],
])('G4: what is left when %s is cut out', (_, whole, cut, left) => {
  expect(remainders(whole, cut)).toEqual(left)
})
