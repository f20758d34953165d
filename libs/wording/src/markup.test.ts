import { expect, test } from 'vitest'
import { bracketText, plainText } from './markup.ts'

test('V7: plain text drops readings and fills parameters', () => {
  expect(plainText('{空|あ}き {count}', { count: 3 })).toBe('空き 3')
})

test.each([
  [0, '0 people'],
  [1, '1 person'],
  ['1', '1 person'],
  [2, '2 people'],
  [21, '21 people'],
])('V7: %s in English is %s', (count, words) => {
  expect(plainText('{count} {count:one=person,other=people}', { count }, 'en')).toBe(words)
})

test('V7: a language with more forms than two uses them, and what a text lacks is said as `other`', () => {
  const text = '{count} {count:one=godzina,few=godziny,other=godzin}'
  const words = [1, 3, 5].map(count => plainText(text, { count }, 'pl'))
  expect(words).toEqual(['1 godzina', '3 godziny', '5 godzin'])
})

test('V7: a plain text can keep its readings', () => {
  expect(bracketText('{予約|よやく}は{limit}まで', { limit: 3 })).toBe('予約（よやく）は3まで')
})
