import { expect, test } from 'vitest'
import { plainText } from './markup.ts'

type Texts = Readonly<Record<string, string>>
const EN = import.meta.glob<Texts>('./en/*.ts', { import: 'texts', eager: true })
const english = Object.entries(EN).flatMap(([file, texts]) =>
  Object.entries(texts).map(([name, text]) => [`${file} ${name}`, text] as const),
)

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

test('V7: each counted word of English has a form for one and for others', () => {
  const counted = english.flatMap(([name, text]) =>
    [...text.matchAll(/\{\w+:([^}]*)\}/g)].map(([, forms = '']) => [name, forms.replaceAll(/=[^,]*/g, '')]),
  )
  expect(counted.length).toBeGreaterThan(0)
  for (const [name, forms] of counted) expect([name, forms]).toEqual([name, 'one,other'])
})

test('V7: no number of English stands before a noun that is always plural', () => {
  expect(english.filter(([, text]) => alwaysPlural(text))).toEqual([])
})

test('V7: a noun that is always plural is found', () => {
  expect(alwaysPlural('Up to {count} people')).toBe(true)
  expect(alwaysPlural('At most {limit} lottery entries')).toBe(true)
  expect(alwaysPlural('Up to {count} {count:one=person,other=people}')).toBe(false)
})

// Names and times, before a verb.
const NO_NUMBERS: ReadonlySet<string> = new Set(['office', 'times', 'day', 'turn'])

function alwaysPlural(text: string): boolean {
  const found = [...text.matchAll(/\{(\w+)\} (?:[a-z]+ )?(?:people|[a-z]+s)\b/g)]
  return found.some(([, name = '']) => !NO_NUMBERS.has(name))
}
