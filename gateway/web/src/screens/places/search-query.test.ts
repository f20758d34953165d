import { expect, test } from 'vitest'
import { searchErrors, searchPath, searchValues } from './search-query.ts'

const TODAY = '2026-11-22'

test.each([
  'free=1&from=2026-12-01&to=2026-12-03&timeFrom=13%3A00&timeTo=17%3A00&minutes=180&purpose=%E4%BC%9A%E8%AD%B0&done=1',
  'free=1&from=2026-12-01&to=2026-12-01&timeFrom=10%3A30&timeTo=12%3A30&minutes=60&people=12&stepFree=true&done=1',
  'free=1&from=2026-12-01&to=2026-12-03&minutes=120&done=1',
  'area=%E4%BA%95%E3%81%AE%E9%A0%AD&equipment=%E3%83%94%E3%82%A2%E3%83%8E&done=1',
  'done=1',
])('S6: the address %s is kept', query => {
  expect(searchPath(searchValues(query))).toBe(`/search?${query}`)
})

test.each([
  ['from=2026-12-01&to=2026-12-01', []],
  ['to=2026-12-01', ['from']],
  ['from=2026-11-21', ['from']],
  ['from=2026-12-02&to=2026-12-01', ['to']],
  ['from=2026-12-01&to=2027-01-31', []],
  ['from=2026-12-01&to=2027-02-01', ['to']],
  ['from=2026-12-01&timeFrom=12:00&timeTo=10:00', ['timeTo']],
  ['from=2026-12-01&timeFrom=09:00&timeTo=12:00&minutes=180', []],
  ['from=2026-12-01&timeFrom=09:00&timeTo=12:00&minutes=240', ['minutes']],
  ['people=many', ['people']],
])('S6: %s has errors at %j', (query, fields) => {
  expect(searchErrors(searchValues(query), TODAY).map(({ field }) => field)).toEqual(fields)
})

test('S6: a date that does not exist and a time off the grid are left out', () => {
  expect(searchValues('from=2026-02-30&timeFrom=09:10')).toMatchObject({ from: '', timeFrom: '09:00' })
})

test.each([
  ['an address from before lengths means its whole band', 'timeFrom=13:00&timeTo=17:00', '240'],
  ['a length off the grid is left out', 'minutes=45', '120'],
  ['a length beyond the day is left out', 'minutes=1470', '120'],
])('S6: %s', (_what, query, minutes) => {
  expect(searchValues(query)).toMatchObject({ minutes })
})

test('S6: full-width people are counted', () => {
  expect(searchPath({ ...searchValues(''), people: '１２' })).toBe('/search?people=12&done=1')
})
