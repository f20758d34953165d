import { expect, test } from 'vitest'
import { dayMark, endChoices, runsOf, slotsOf, startChoices, stillFree, tapped } from './range.ts'

const limits = { minMinutes: 30 }
const slots = slotsOf('09:00', 'oooxoohr')

test('M22: letters become half hours from the opening of that very day', () => {
  expect(slotsOf('10:30', 'ox')).toEqual([
    { from: '10:30', to: '11:00', mark: 'o' },
    { from: '11:00', to: '11:30', mark: 'x' },
  ])
})

test('M23: end choices stop at the first slot that is not free', () => {
  expect(endChoices(slots, '09:00', limits)).toEqual(['09:30', '10:00', '10:30'])
  expect(endChoices(slots, '11:00', limits)).toEqual(['11:30', '12:00'])
  expect(endChoices(slots, '09:00', { minMinutes: 60, maxMinutes: 60 })).toEqual(['10:00'])
})

test('M23: a use may begin only where the shortest one fits', () => {
  expect(startChoices(slots, limits)).toEqual(['09:00', '09:30', '10:00', '11:00', '11:30'])
  expect(startChoices(slots, { minMinutes: 60 })).toEqual(['09:00', '09:30', '11:00'])
})

test.each([
  ['the first tap begins', undefined, '09:00', '09:00-09:30'],
  ['a tap after it in the free run ends', '09:00-09:30', '10:00', '09:00-10:30'],
  ['a tap behind a taken slot begins again', '09:00-09:30', '11:00', '11:00-11:30'],
  ['a tap before it begins again', '10:00-10:30', '09:00', '09:00-09:30'],
  ['a tap on a finished range begins again', '09:00-10:30', '10:00', '10:00-10:30'],
  ['a tap on a taken slot changes nothing', '09:00-09:30', '10:30', '09:00-09:30'],
])('M23: %s', (_, before, at, after) => {
  const range = tapped(slots, rangeOf(before), { at, limits })
  expect(range).toEqual(rangeOf(after))
})

test('M22: a range somebody else took is given up', () => {
  expect(stillFree(slots, { from: '09:00', to: '10:00' }, limits)).toBeDefined()
  expect(stillFree(slots, { from: '10:00', to: '11:00' }, limits)).toBeUndefined()
})

test.each([
  ['oooooooo', 'free'],
  ['ooxxxxxx', 'few'],
  ['xxxxhhrr', 'full'],
])('M22: %s is %s', (letters, mark) => expect(dayMark(slotsOf('09:00', letters), limits)).toBe(mark))

test('G5: the stretches that are taken', () => {
  expect(runsOf(slots, mark => mark !== 'o')).toEqual([
    { from: '10:30', to: '11:00' },
    { from: '12:00', to: '13:00' },
  ])
})

function rangeOf(text: string | undefined) {
  const [from, to] = text?.split('-') ?? []
  return from && to ? { from, to } : undefined
}
