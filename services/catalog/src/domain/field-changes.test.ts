import { expect, test } from 'vitest'
import { fieldChanges } from './field-changes.ts'

test.each([
  ['nothing', { a: 1, b: [1, 2] }, { a: 1, b: [1, 2] }, []],
  ['a leaf', { a: { b: 1 } }, { a: { b: 2 } }, [{ path: 'a.b', before: '1', after: '2' }]],
  [
    'a row of a list',
    { a: [{ b: 1 }] },
    { a: [{ b: 1 }, { b: 2 }] },
    [{ path: 'a.1', before: null, after: '{"b":2}' }],
  ],
  ['what is taken away', { a: 1, b: 'x' }, { a: 1 }, [{ path: 'b', before: '"x"', after: null }]],
  ['null and left out', { a: null }, {}, [{ path: 'a', before: 'null', after: null }]],
  ['a document that is new', undefined, { a: 1 }, [{ path: '', before: null, after: '{"a":1}' }]],
])('the history tells %s', (_, before, after, changes) => {
  expect(fieldChanges(before, after)).toEqual(changes)
})

test('a long text and a long list do not make the history long', () => {
  const long = fieldChanges({ a: '' }, { a: 'x'.repeat(4_000) })
  expect(long[0]?.after).toHaveLength(200)
  const many = fieldChanges({}, Object.fromEntries(Array.from({ length: 500 }, (_, nr) => [nr, nr])))
  expect(many).toHaveLength(100)
})
