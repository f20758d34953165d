import { expect, test } from 'vitest'
import { versusOf, versusTable } from './versus.ts'

const turn = (ours: Record<string, number>, theirs: Record<string, number>) => ({
  ours: new Map(Object.entries(ours)),
  theirs: new Map(Object.entries(theirs)),
})

test('only what both builds measure is compared', () => {
  expect(versusOf([turn({ cpu: 2, win: 7 }, { cpu: 4, old: 1 })])).toEqual([
    { figure: 'cpu', ours: [2], theirs: [4] },
  ])
})

test('the ratio is that of the medians, its spread that of the turns side by side', () => {
  const all = versusOf([
    turn({ cpu: 2 }, { cpu: 4 }),
    turn({ cpu: 3 }, { cpu: 5 }),
    turn({ cpu: 2 }, { cpu: 8 }),
  ])
  expect(versusTable(all, { theirs: 'abc' }).split('\n').at(-1)).toMatch(
    /^cpu +5\.00 +2\.00 +0\.400 +0\.250–0\.600$/,
  )
})
