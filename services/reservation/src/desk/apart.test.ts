import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart } from './apart.ts'

test('P1: only the guilty meet the error, everybody else is done once, in order, whoever and how many they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), async guilt => {
      const done: number[] = []
      const failed: number[] = []
      const all = guilt.map((guilty, nr) => ({ guilty, nr }))
      await apart(
        all,
        async some => {
          if (some.some(({ guilty }) => guilty)) throw new Error('guilty')
          done.push(...some.map(({ nr }) => nr))
        },
        ({ nr }) => failed.push(nr),
      )
      expect(done).toEqual(all.filter(({ guilty }) => !guilty).map(({ nr }) => nr))
      expect(failed).toEqual(all.filter(({ guilty }) => guilty).map(({ nr }) => nr))
    }),
  )
})

test('P1: one guilty among four hundred costs nineteen turns', async () => {
  let turns = 0
  await apart(
    Array.from({ length: 400 }, (_, nr) => nr),
    async some => {
      turns += 1
      if (some.includes(123)) throw new Error('guilty')
    },
    one => expect(one).toBe(123),
  )
  expect(turns).toBeLessThanOrEqual(19)
})

test('D5: with the database away nobody is tried again, because nobody knows what was committed', async () => {
  let turns = 0
  const failed: number[] = []
  await apart(
    [1, 2, 3, 4],
    async () => {
      turns += 1
      throw Object.assign(new Error('shut down'), { code: '57P01' })
    },
    one => failed.push(one),
  )
  expect(turns).toBe(1)
  expect(failed).toEqual([1, 2, 3, 4])
})
