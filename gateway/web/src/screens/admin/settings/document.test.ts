import { expect, test } from 'vitest'
import { namedPath, valueAt, withValue } from './document.ts'

const HALL = {
  name: '会館',
  spaces: [
    { spaceId: 'a', capacity: 10 },
    { spaceId: 'b', capacity: 20 },
  ],
  links: [{ title: '市' }],
}

test.each([
  ['name', '会館'],
  ['spaces.b.capacity', 20],
  ['spaces.1.capacity', 20],
  ['links.0.title', '市'],
  ['spaces.c.capacity', undefined],
  ['name.first', undefined],
  ['translations.en.name', undefined],
])('T7: at %s stands %j', (path, value) => {
  expect(valueAt(HALL, path)).toEqual(value)
})

test('T7: a room is changed, added and taken away by its id, and the document before stays', () => {
  expect(withValue(HALL, 'spaces.b.capacity', 30).spaces).toEqual([
    { spaceId: 'a', capacity: 10 },
    { spaceId: 'b', capacity: 30 },
  ])
  expect(withValue(HALL, 'spaces.c', { spaceId: 'c' }).spaces).toHaveLength(3)
  expect(withValue(HALL, 'spaces.a', undefined).spaces).toEqual([{ spaceId: 'b', capacity: 20 }])
  expect(withValue(HALL, 'spaces.c.capacity', 1)).toEqual(HALL)
  expect(HALL.spaces).toHaveLength(2)
})

test('T7: words in another language come and go without a trace', () => {
  const inEnglish = withValue(HALL, 'translations.en.name', 'Hall')
  expect(inEnglish).toEqual({ ...HALL, translations: { en: { name: 'Hall' } } })
  expect(withValue(inEnglish, 'translations.en.name', undefined)).toEqual(HALL)
})

test('T7: a path that counts rooms is read as one that names them', () => {
  expect(namedPath(HALL, 'spaces.1.listings.0.name')).toBe('spaces.b.listings.0.name')
  expect(namedPath(HALL, 'spaces.7.name')).toBe('spaces.7.name')
  expect(namedPath(HALL, 'links.0.title')).toBe('links.0.title')
})
