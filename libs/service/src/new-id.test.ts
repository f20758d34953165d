import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

test('ids are UUIDv7 and none is given twice', () => {
  const ids = Array.from({ length: 20_000 }, newId)
  expect(
    ids.every(id => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})

test('ids sort by the millisecond they were made in, which they begin with', () => {
  const before = Date.now()
  const moments: number[] = []
  while (new Set(moments).size < 5) moments.push(momentOf(newId()))
  expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  expect(moments[0]).toBeGreaterThanOrEqual(before)
  expect(moments.at(-1)).toBeLessThanOrEqual(Date.now())
})

function momentOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}
