import { expect, test } from 'vitest'

type Texts = Readonly<Record<string, string>>
const EN = import.meta.glob<Texts>('./en/*.ts', { import: 'texts', eager: true })
const english = Object.entries(EN).flatMap(([file, texts]) =>
  Object.entries(texts).map(([name, text]) => [`${file} ${name}`, text] as const),
)

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

// Names, times and amounts of money, before a verb.
const NO_NUMBERS: ReadonlySet<string> = new Set([
  'office',
  'times',
  'day',
  'turn',
  'name',
  'mail',
  'city',
  'spaceId',
  'lockId',
  'doorName',
  'door',
  'who',
  'paid',
  'owed',
])

function alwaysPlural(text: string): boolean {
  const found = [...text.matchAll(/\{(\w+)\} (?:[a-z]+ )?(?:people|[a-z]+s)\b/g)]
  return found.some(([, name = '']) => !NO_NUMBERS.has(name))
}
