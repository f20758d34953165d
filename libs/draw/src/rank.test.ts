import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { entryId, FALLBACK, OPEN_ROUND, ROUND_1000, SECRET } from '../tests/rounds.ts'
import { rankEntries, ranking } from './rank.ts'
import { fallbackHashOf, seedOf } from './seed.ts'

const ROOT = 'ab'.repeat(32)
const { roundId } = OPEN_ROUND

test('D17: the seed is SHA-256("draw-v1" ‖ root ‖ beacon), or the secret in its place', () => {
  const sha256 = (...parts: readonly Uint8Array[]) =>
    createHash('sha256').update(Buffer.concat(parts)).digest('hex')
  const [name, root] = [Buffer.from('draw-v1'), Buffer.from(ROOT, 'hex')]
  const randomness = Buffer.from('fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd', 'hex')
  expect(seedOf(ROOT, ROUND_1000)).toBe(sha256(name, root, randomness))
  expect(seedOf(ROOT, FALLBACK)).toBe(sha256(name, root, Buffer.from(SECRET, 'hex')))
  expect(fallbackHashOf(SECRET)).toBe(sha256(Buffer.from(SECRET, 'hex')))
})

test('D17: a rank is HMAC-SHA256(seed, roundId ‖ entryId), and the smallest comes first', () => {
  const seed = seedOf(ROOT, ROUND_1000)
  const rankOf = (id: string) =>
    createHmac('sha256', Buffer.from(seed, 'hex')).update(`${roundId}${id}`).digest('hex')
  const ids = Array.from({ length: 50 }, (_, index) => entryId(index))
  const expected = ids.map(id => ({ id, rank: rankOf(id) })).toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
  expect(ids.map(ranking(seed, roundId))).toEqual(ids.map(rankOf))
  const order = rankEntries(
    ids.map(id => ({ entryId: id })),
    { seed, roundId },
  )
  expect(order.map(entry => entry.entryId)).toEqual(expected.map(({ id }) => id))
})
