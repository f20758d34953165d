import { expect, test } from 'vitest'
import { offerOf } from './offer.ts'

const SHUT = { p: '-', s: '' } as const
const OVER = { p: 'c', s: 'oooo' } as const
const LATER = { p: 'b', s: 'oooo' } as const

test('M17, M21: a month offers something while first-come or a lottery has the shortest use free', () => {
  expect(offerOf([OVER, { p: 'f', s: 'xoox' }, LATER], 60)).toBe('something')
  expect(offerOf([OVER, { p: 'l', s: 'oxxx' }], 30)).toBe('something')
  expect(offerOf([OVER, { p: 'f', s: 'oxox' }, { p: 'l', s: 'hhhh' }], 60)).toBe('nothing')
})

test('M22: a month that ends with days still to open says so, whatever is shut at its end', () => {
  expect(offerOf([OVER, LATER, SHUT], 30)).toBe('not-yet')
  expect(offerOf([OVER, { p: 'd', s: 'oooo' }, SHUT], 30)).toBe('nothing')
  expect(offerOf([SHUT, SHUT], 30)).toBe('nothing')
})
