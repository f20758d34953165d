import { expect, test } from 'vitest'
import { type CpuProfile, hottest, shareOf } from './cpu-profile.ts'

const frame = (functionName: string, url: string, lineNumber = 0) => ({ functionName, url, lineNumber })

const profile: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(idle)', '') },
    {
      id: 2,
      callFrame: frame('decide', 'file:///home/us/asaichi/services/reservation/src/domain/decide.ts'),
    },
    { id: 3, callFrame: frame('parse', 'file:///home/us/asaichi/node_modules/zod/v4/core/parse.js') },
    {
      id: 4,
      callFrame: frame('decide', 'file:///home/us/asaichi/services/reservation/src/domain/decide.ts'),
    },
    { id: 5, callFrame: frame('', 'node:internal/streams', 41) },
  ],
  samples: [1, 2, 3, 4, 5],
  timeDeltas: [900, 30, 40, 20, 10],
}

test('time in a function itself is summed over its callers, idle time left out, the most first', () => {
  expect(hottest(profile, 9)).toEqual([
    { name: 'decide', file: 'services/reservation/src/domain/decide.ts', share: 0.5 },
    { name: 'parse', file: 'zod/v4/core/parse.js', share: 0.4 },
    { name: '(anonymous, line 42)', file: 'node:internal/streams', share: 0.1 },
  ])
})

test('no more than asked for are named', () => {
  expect(hottest(profile, 1)).toHaveLength(1)
})

test('what some files cost is the time in their functions', () => {
  expect(shareOf(profile, /^zod|^node:/)).toBeCloseTo(0.5)
})
