import { expect, test } from 'vitest'
import { spacesShowing, withParts } from './space-parts.ts'

const spaces = [
  { spaceId: 'house', parts: ['hall', 'room'] },
  { spaceId: 'hall', parts: ['a', 'b'] },
  { spaceId: 'a', parts: [] },
  { spaceId: 'b', parts: [] },
  { spaceId: 'room', parts: [] },
]

test('M13: a booking is written to its space and all parts of it, never to a whole', () => {
  expect(withParts(spaces, 'house')).toEqual(['a', 'b', 'hall', 'house', 'room'])
  expect(withParts(spaces, 'hall')).toEqual(['a', 'b', 'hall'])
  expect(withParts(spaces, 'a')).toEqual(['a'])
})

test('M13: a whole shows what its parts hold, and the parts what the whole holds, but not each other’s', () => {
  expect(spacesShowing(spaces, ['a'])).toEqual(['a', 'hall', 'house'])
  expect(spacesShowing(spaces, withParts(spaces, 'hall'))).toEqual(['a', 'b', 'hall', 'house'])
})

test('M13: spaces that name each other as parts do not hang the rule', () => {
  const circle = [
    { spaceId: 'a', parts: ['b'] },
    { spaceId: 'b', parts: ['a'] },
  ]
  expect(withParts(circle, 'a')).toEqual(['a', 'b'])
})
