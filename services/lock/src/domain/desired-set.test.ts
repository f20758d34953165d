import { addMs } from '@asaichi/calendar/instant.ts'
import { CODES_MAX } from '@asaichi/contract/lock/code-report.ts'
import { Desired, DOCUMENT_BYTES_MAX } from '@asaichi/contract/lock/topics.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Code, desiredDocument, isInSet, type Revision, reviseSet, type SetCode } from './desired-set.ts'

const NOW = '2024-12-01T00:00:00.000Z'
const HOUR = 3_600_000
const DAY = 24 * HOUR

function code(codeId: string, fromMs: number, more: Partial<Code> = {}): Code {
  const from = addMs(NOW, fromMs)
  return {
    codeId,
    kind: 'guest',
    from,
    to: addMs(from, HOUR),
    revIn: null,
    revOut: null,
    isRevoked: false,
    isSpare: false,
    ...more,
  }
}

test.each([
  ['starts in exactly 7 days', code('a', 7 * DAY), { entering: ['a'], leaving: [] }],
  ['starts a millisecond later', code('a', 7 * DAY + 1), { entering: [], leaving: [] }],
  ['its last millisecond', code('a', -HOUR + 1, { revIn: 1 }), { entering: [], leaving: [] }],
  ['over', code('a', -HOUR, { revIn: 1 }), { entering: [], leaving: ['a'] }],
  ['revoked', code('a', DAY, { revIn: 1, isRevoked: true }), { entering: [], leaving: ['a'] }],
  ['revoked before it was sent', code('a', DAY, { isRevoked: true }), { entering: [], leaving: [] }],
  ['has left', code('a', -HOUR, { revIn: 1, revOut: 2 }), { entering: [], leaving: [] }],
])('V5: a code that %s', (_name, only, revision) => {
  expect(reviseSet([only], { now: NOW, room: 256 })).toMatchObject(revision)
})

const anyCode = fc
  .record({
    fromMs: fc.integer({ min: -2 * DAY, max: 9 * DAY }),
    isRevoked: fc.boolean(),
    revs: fc.constantFrom([null, null], [1, null], [1, 2]),
  })
  .map(({ fromMs, isRevoked, revs: [revIn = null, revOut = null] }) => ({ fromMs, isRevoked, revIn, revOut }))
const anyCodes = fc
  .array(anyCode, { maxLength: 40 })
  .map(codes => codes.map(({ fromMs, ...more }, at) => code(`c${at}`, fromMs, more)))

function applied(codes: readonly Code[], { entering, leaving }: Revision): readonly Code[] {
  return codes.map(each =>
    entering.includes(each.codeId)
      ? { ...each, revIn: 3, revOut: null }
      : leaving.includes(each.codeId)
        ? { ...each, revOut: 3 }
        : each,
  )
}

test('V5: one revision brings a lock to what it should hold, and a second finds nothing to do', () => {
  fc.assert(
    fc.property(anyCodes, codes => {
      const after = applied(codes, reviseSet(codes, { now: NOW, room: 256 }))
      const again = reviseSet(after, { now: NOW, room: 256 })
      expect(again).toMatchObject({ entering: [], leaving: [] })
      expect(again.members.toSorted()).toEqual(
        after
          .filter(isInSet)
          .map(each => each.codeId)
          .toSorted(),
      )
      for (const each of after)
        expect(isInSet(each)).toBe(!each.isRevoked && each.from <= addMs(NOW, 7 * DAY) && NOW < each.to)
    }),
  )
})

test('V5: where not all codes fit, the nearest starts are on the lock and the others follow as these end', () => {
  const codes = Array.from({ length: CODES_MAX + 20 }, (_, at) => code(`c${1000 + at}`, at * 60_000))
  const first = reviseSet(codes.toReversed(), { now: NOW, room: 256 })
  expect(first.entering).toHaveLength(CODES_MAX)
  expect(first.entering).not.toContain(`c${1000 + CODES_MAX}`)
  const later = reviseSet(applied(codes, first), { now: addMs(NOW, HOUR), room: 256 })
  expect(later).toMatchObject({ entering: [`c${1000 + CODES_MAX}`], leaving: ['c1000'] })
})

test('V5: a lock of five places gets the five nearest starts, and one without a place none', () => {
  const codes = Array.from({ length: 20 }, (_, at) => code(`c${10 + at}`, at * 60_000))
  const five = reviseSet(codes.toReversed(), { now: NOW, room: 5 })
  expect(five.members).toEqual(['c10', 'c11', 'c12', 'c13', 'c14'])
  const shrunk = reviseSet(applied(codes, five), { now: NOW, room: 3 })
  expect(shrunk).toMatchObject({ entering: [], leaving: ['c13', 'c14'] })
  expect(reviseSet(codes, { now: NOW, room: 0 }).members).toEqual([])
})

function setCode(at: number): SetCode {
  const from = addMs(NOW, at * HOUR)
  return {
    codeId: `01933000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    kind: 'guest',
    from,
    to: addMs(from, HOUR),
    length: 10,
    hash: 'ab'.repeat(32),
    sealed: 'A'.repeat(51),
  }
}

test('a full set is a valid document within its bound, the same for every order of codes', () => {
  const codes = Array.from({ length: CODES_MAX }, (_, at) => setCode(at))
  const revision = { rev: 4, epoch: 1, revisedAt: NOW }
  const document = Desired.parse(desiredDocument(revision, codes))
  expect(JSON.stringify(document).length).toBeLessThan(DOCUMENT_BYTES_MAX)
  expect(desiredDocument(revision, codes.toReversed()).digest).toBe(document.digest)
})

test('V5: a set is never too old before its own codes end', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 }), starts => {
      const codes = [...new Set(starts)].map(setCode)
      const { notAfter } = desiredDocument({ rev: 1, epoch: 1, revisedAt: NOW }, codes)
      expect(notAfter >= addMs(NOW, 7 * DAY)).toBe(true)
      for (const { to } of codes) expect(to <= notAfter).toBe(true)
    }),
  )
})

test('V13: a number for an emergency has no window, comes before every booking where not all fit, and makes no set last longer', () => {
  const emergency = code('e', 0, { kind: 'emergency', to: '9000-01-01T00:00:00.000Z' })
  const guests = [code('a', -HOUR / 2), code('b', HOUR)]
  expect(reviseSet([...guests, emergency], { now: NOW, room: 2 }).members).toEqual(['e', 'a'])
  const always: SetCode = { ...setCode(0), kind: 'emergency', to: emergency.to }
  const document = Desired.parse(desiredDocument({ rev: 1, epoch: 1, revisedAt: NOW }, [always]))
  expect(document.codes).toMatchObject([{ kind: 'emergency', windows: [] }])
  expect(document.notAfter).toBe(addMs(NOW, 7 * DAY))
})

test('V14: where not all codes fit, what is in store gives way, and one that was given does not', () => {
  const store = code('store', -DAY, { kind: 'backup', to: addMs(NOW, 20 * DAY), isSpare: true, revIn: 1 })
  const given = code('given', 2 * DAY, { kind: 'backup' })
  const codes = [store, code('guest', 3 * DAY), given, code('last', 4 * DAY)]
  expect(reviseSet(codes, { now: NOW, room: 3 })).toEqual({
    entering: ['given', 'guest', 'last'],
    leaving: ['store'],
    members: ['given', 'guest', 'last'],
  })
  expect(reviseSet(codes, { now: NOW, room: 4 }).leaving).toEqual([])
})
