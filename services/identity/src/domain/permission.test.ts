import { PermissionStatus } from '@asaichi/contract/actor.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, approve, giveBack, lift, suspend } from './permission.ts'

test.each([
  ['none', { ok: true, value: { status: 'applied', reason: null } }],
  ['returned', { ok: true, value: { status: 'applied', reason: null } }],
  ['applied', { ok: true, value: undefined }],
  ['approved', { ok: true, value: undefined }],
  ['suspended', { ok: false, refusal: { code: 'suspended', detail: {} } }],
] as const)('M7: applying from %s', (status, outcome) => {
  expect(apply({ status, version: 3 })).toEqual(outcome)
})

test('M7: staff move an application only from applied and only in the version they saw', () => {
  const state = fc.record({ status: fc.constantFrom(...PermissionStatus.options), version: fc.nat(3) })
  fc.assert(
    fc.property(state, fc.nat(3), (before, seen) => {
      const may = before.status === 'applied' && before.version === seen
      expect(approve(before, seen)).toEqual(
        may
          ? { ok: true, value: { status: 'approved', reason: null } }
          : { ok: false, refusal: { code: 'state-changed', detail: before } },
      )
      expect(giveBack(before, seen, '住所が不足').ok).toBe(may)
    }),
  )
})

test('M7: staff suspend only who is approved and lift only who is suspended, in the version they saw, and each keeps its reason', () => {
  const state = fc.record({ status: fc.constantFrom(...PermissionStatus.options), version: fc.nat(3) })
  fc.assert(
    fc.property(state, fc.nat(3), (before, seen) => {
      const stale = { ok: false, refusal: { code: 'state-changed', detail: before } }
      const isSeen = before.version === seen
      expect(suspend(before, seen, '無断の不使用')).toEqual(
        isSeen && before.status === 'approved'
          ? { ok: true, value: { status: 'suspended', reason: '無断の不使用' } }
          : stale,
      )
      expect(lift(before, seen, '期間の終わり')).toEqual(
        isSeen && before.status === 'suspended'
          ? { ok: true, value: { status: 'approved', reason: '期間の終わり' } }
          : stale,
      )
    }),
  )
})

test('M7: a return keeps its reason, and applying again clears it', () => {
  expect(giveBack({ status: 'applied', version: 1 }, 1, '住所が不足')).toEqual({
    ok: true,
    value: { status: 'returned', reason: '住所が不足' },
  })
})
