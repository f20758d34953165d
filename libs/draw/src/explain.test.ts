import { createHmac } from 'node:crypto'
import { DrawExplanation } from '@asaichi/contract/lottery/draw-bundle.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDraw, entry, entryId, FROZEN_AT, OPEN_ROUND, ROUND_1000, wish } from '../tests/rounds.ts'
import { runDraw } from './draw.ts'
import { freezeRound } from './entry-list.ts'
import { explainer } from './explain.ts'
import { bytesToHex, hexToBytes, utf8ToBytes } from './hash.ts'
import { rootFrom } from './merkle.ts'

test('V1: a page can show every entrant their entry, place and proof', () => {
  fc.assert(
    fc.property(anyDraw, ({ frozen, chance }) => {
      const outcome = runDraw(frozen, chance)
      if (!outcome.ok) throw new Error('an honest round is drawn')
      const explain = explainer(outcome.value)
      const told = frozen.entries.map(row => DrawExplanation.parse(explain(row.entryId)))
      for (const { inclusion, rank, entry: own } of told) {
        const path = inclusion.path.map(hexToBytes)
        const root = rootFrom({ ...inclusion, leaf: utf8ToBytes(inclusion.leaf), path })
        expect(root && bytesToHex(root)).toBe(frozen.freeze.root)
        expect(JSON.parse(inclusion.leaf)).toEqual(own)
        const key = Buffer.from(outcome.value.seed, 'hex')
        expect(rank).toBe(createHmac('sha256', key).update(`${frozen.roundId}${own.entryId}`).digest('hex'))
      }
      const byRank = told.toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
      expect(byRank.map(({ result }) => result.position)).toEqual(told.map((_, index) => index + 1))
      for (const { wishes } of told)
        for (const { verdict, heldBy } of wishes)
          if (verdict === 'taken') expect(heldBy.length).toBeGreaterThan(0)
    }),
  )
})

test('V2: "why not me": who holds the hour, and how many stood further ahead', () => {
  const entries = [entry(1), entry(2), entry(3), entry(4, { wishes: [wish('room-b', '09:00', '10:00')] })]
  const outcome = runDraw(freezeRound(OPEN_ROUND, entries, FROZEN_AT), { beacon: ROUND_1000, exclusions: [] })
  if (!outcome.ok) throw new Error('an honest round is drawn')
  const explain = explainer(outcome.value)
  const rivals = outcome.value.results.filter(result => result.entryId !== entryId(4))
  const told = rivals.map(result => explain(result.entryId)?.wishes[0])
  expect(told.map(one => [one?.verdict, one?.ahead])).toEqual([
    ['won', 0],
    ['taken', 1],
    ['taken', 2],
  ])
  const [winner] = rivals
  expect(told.map(one => one?.heldBy.map(holder => holder.entryId))).toEqual([
    [],
    [winner?.entryId],
    [winner?.entryId],
  ])
  expect(explain(entryId(9))).toBeNull()
})
