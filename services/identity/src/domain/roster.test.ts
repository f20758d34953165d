import fc from 'fast-check'
import { expect, test } from 'vitest'
import { katakana, plainName } from './compared-text.ts'
import { shareMost, wholeRoster } from './roster.ts'

test.each([
  [3, 5, true],
  [2, 5, false],
  [2, 3, true],
  [1, 3, false],
  [6, 10, true],
  [5, 10, false],
  [0, 0, false],
])('G1: %i shared members of the smaller group’s %i are most of it: %s', (shared, smaller, expected) => {
  expect(shareMost(shared, smaller)).toBe(expected)
})

test('G1: a group that shares everybody shares most, one that shares nobody does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), size => shareMost(size, size) && !shareMost(0, size)),
  )
})

test('G1: the representative is on the roster once and first, however the list writes the name', () => {
  const representative = { name: '井口 はるか', birthDate: '1990-05-17' }
  const other = { name: '森 一郎', birthDate: '1961-02-03' }
  const namesake = { name: '井口 はるか', birthDate: '1991-05-17' }
  const list = [other, { name: '井口　はるか', birthDate: '1990-05-17' }, namesake, other]
  expect(wholeRoster(representative, list)).toEqual([representative, other, namesake])
})

test.each([
  ['イグチ　ハルカ', 'イグチハルカ'],
  ['ｲｸﾞﾁ ﾊﾙｶ', 'イグチハルカ'],
  ['いぐち はるか', 'イグチハルカ'],
  ['Anna  LEE', 'annalee'],
  ['ゔぁいおりん', 'ヴァイオリン'],
])('%s is searched as %s', (typed, expected) => {
  expect(katakana(plainName(typed))).toBe(expected)
})
