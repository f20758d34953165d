import { CodeResult } from '@asaichi/contract/lock/code-report.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CodeProgress, doorCodeState } from './door-code-state.ts'

const inside: CodeProgress = {
  from: '2024-12-01T00:00:00.000Z',
  to: '2024-12-01T00:30:00.000Z',
  isRevoked: false,
  isInSet: true,
  isOnLock: true,
  result: 'stored',
  dueAt: null,
  isRefused: false,
  isAway: false,
}
const START = inside.from
const WAITING = { isOnLock: false, result: 'waiting' } as const

test.each([
  ['preparing', { isInSet: false, isOnLock: false }, '2024-11-20T00:00:00.000Z'],
  ['sending', { isOnLock: false }, '2024-11-30T23:44:59.999Z'],
  ['attention', { isOnLock: false }, '2024-11-30T23:45:00.000Z'],
  ['attention', { isOnLock: false, isRefused: true }, '2024-11-30T00:00:00.000Z'],
  ['waiting', { ...WAITING, dueAt: START }, '2024-11-30T23:59:59.999Z'],
  ['waiting', { ...WAITING, dueAt: START }, '2024-12-01T00:00:59.999Z'],
  ['attention', { ...WAITING, dueAt: START }, '2024-12-01T00:01:00.000Z'],
  ['attention', { ...WAITING, dueAt: '2024-11-30T22:00:00.000Z' }, '2024-11-30T22:01:00.000Z'],
  ['waiting', { ...WAITING, dueAt: '2024-12-01T00:10:00.000Z' }, '2024-11-30T23:44:59.999Z'],
  ['attention', { ...WAITING, dueAt: '2024-12-01T00:10:00.000Z' }, '2024-11-30T23:45:00.000Z'],
  ['waiting', { ...WAITING, dueAt: START, isAway: true }, '2024-11-30T23:44:59.999Z'],
  ['attention', { ...WAITING, dueAt: START, isAway: true }, '2024-11-30T23:45:00.000Z'],
  ['on-lock', { isAway: true }, '2024-11-30T23:59:59.999Z'],
  ['waiting', WAITING, '2024-11-30T23:44:59.999Z'],
  ['attention', WAITING, '2024-11-30T23:45:00.000Z'],
  ['sending', { isOnLock: false, result: 'unconfirmed' }, '2024-11-30T00:00:00.000Z'],
  ['attention', { isOnLock: false, result: 'duplicate' }, '2024-11-30T00:00:00.000Z'],
  ['attention', { isOnLock: false, result: 'no-room' }, '2024-11-30T00:00:00.000Z'],
  ['attention', { isOnLock: false, result: 'bad-format' }, '2024-11-30T00:00:00.000Z'],
  ['attention', { isOnLock: false, result: 'unsupported' }, '2024-11-30T00:00:00.000Z'],
  ['attention', { isOnLock: false, result: 'unreadable' }, '2024-11-30T00:00:00.000Z'],
  ['on-lock', {}, '2024-11-30T23:59:59.999Z'],
  ['usable', {}, '2024-12-01T00:00:00.000Z'],
  ['usable', {}, '2024-12-01T00:29:59.999Z'],
  ['ended', {}, '2024-12-01T00:30:00.000Z'],
  ['ended', { isOnLock: false }, '2024-12-01T00:30:00.000Z'],
  ['revoked', { isRevoked: true }, '2024-12-01T00:10:00.000Z'],
] as const)('V5: %s %o at %s', (state, about, now) => {
  expect(doorCodeState({ ...inside, ...about }, now)).toBe(state)
})

test('V5: a code is never called usable unless the lock has it and its window is open', () => {
  const now = fc
    .date({ min: new Date('2024-11-01'), max: new Date('2025-01-01'), noInvalidDate: true })
    .map(date => date.toISOString())
  const about = fc.record({
    isRevoked: fc.boolean(),
    isInSet: fc.boolean(),
    isOnLock: fc.boolean(),
    isRefused: fc.boolean(),
    isAway: fc.boolean(),
    result: fc.option(fc.constantFrom(...CodeResult.options)),
    dueAt: fc.option(now),
  })
  fc.assert(
    fc.property(about, now, (facts, at) => {
      const isUsable = doorCodeState({ ...inside, ...facts }, at) === 'usable'
      expect(isUsable).toBe(facts.isOnLock && !facts.isRevoked && inside.from <= at && at < inside.to)
    }),
  )
})
