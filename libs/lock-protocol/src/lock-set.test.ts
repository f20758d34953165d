import type { CodeKind, Desired } from '@asaichi/contract/lock/topics.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DigestEntry, setDigest } from './digest.ts'
import { keyedHash, sealCode } from './envelope.ts'
import { lockKey } from './lock-keys.ts'
import { applyDesired, type Entry, judge, openDesired, type SetMark } from './lock-set.ts'

const nine = '2024-12-01T00:00:00.000Z'
const halfPastNine = '2024-12-01T00:30:00.000Z'
const farAway = '2025-01-01T00:00:00.000Z'

function code(kind: CodeKind, over: Partial<DigestEntry> = {}): DigestEntry {
  return { id: kind, kind, windows: [{ from: nine, to: halfPastNine }], hash: 'h', ...over }
}
function entry(now: string, over: Partial<Entry> = {}): Entry {
  return { hash: 'h', now, clock: 'known', ...over }
}
function answer(codes: readonly DigestEntry[], at: Entry, notAfter = farAway): string {
  const verdict = judge({ codes, notAfter }, at)
  return verdict.status === 'open' ? 'open' : verdict.reason
}

describe('M26: a code opens inside its window only', () => {
  test.each([
    ['2024-11-30T23:59:59.000Z', 'not-yet'],
    ['2024-11-30T23:59:59.999Z', 'not-yet'],
    ['2024-12-01T00:00:00.000Z', 'open'],
    ['2024-12-01T00:00:01.000Z', 'open'],
    ['2024-12-01T00:29:59.999Z', 'open'],
    ['2024-12-01T00:30:00.000Z', 'ended'],
    ['2024-12-01T00:30:01.000Z', 'ended'],
  ])('at %s the answer is %s', (now, expected) => {
    expect(answer([code('guest')], entry(now))).toBe(expected)
  })

  test('between two windows the code is not yet valid again', () => {
    const windows = [
      { from: nine, to: halfPastNine },
      { from: '2024-12-01T03:00:00.000Z', to: '2024-12-01T04:00:00.000Z' },
    ]
    expect(answer([code('guest', { windows })], entry('2024-12-01T01:00:00.000Z'))).toBe('not-yet')
  })

  test('with a tolerance of 60 s both edges move, and no further', () => {
    const at = (now: string) => answer([code('guest')], entry(now, { toleranceMs: 60_000 }))
    expect(at('2024-11-30T23:58:59.999Z')).toBe('not-yet')
    expect(at('2024-11-30T23:59:00.000Z')).toBe('open')
    expect(at('2024-12-01T00:30:59.999Z')).toBe('open')
    expect(at('2024-12-01T00:31:00.000Z')).toBe('ended')
  })

  test('digits of no code, or before any set, are unknown', () => {
    expect(answer([code('guest')], entry(nine, { hash: 'other' }))).toBe('unknown')
    expect(judge(undefined, entry(nine))).toEqual({ status: 'denied', reason: 'unknown' })
  })

  test('equal digits of two codes: the one that opens decides, else the nearest reason', () => {
    const ended = code('guest', {
      id: 'old',
      windows: [{ from: '2024-11-01T00:00:00.000Z', to: '2024-11-01T01:00:00.000Z' }],
    })
    expect(answer([ended, code('guest')], entry(nine))).toBe('open')
    expect(answer([ended, code('guest')], entry('2024-11-30T00:00:00.000Z'))).toBe('not-yet')
  })

  test('property: it opens exactly for the moments of its half-open window', () => {
    const moment = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(moment, moment, moment, (a, b, t) => {
        fc.pre(a < b)
        const iso = (ms: number) => new Date(Date.parse(nine) + ms).toISOString()
        const windows = [{ from: iso(a), to: iso(b) }]
        expect(answer([code('guest', { windows })], entry(iso(t))) === 'open').toBe(a <= t && t < b)
      }),
    )
  })
})

describe('a lock that cannot be sure', () => {
  test.each<[CodeKind, string]>([
    ['guest', 'clock-unknown'],
    ['cleaning', 'clock-unknown'],
    ['backup', 'clock-unknown'],
    ['staff', 'open'],
    ['emergency', 'open'],
  ])('without the time a %s code is answered %s', (kind, expected) => {
    expect(answer([code(kind)], entry(farAway, { clock: 'unknown' }))).toBe(expected)
  })

  test.each<[CodeKind, string]>([
    ['guest', 'ended'],
    ['staff', 'open'],
    ['emergency', 'open'],
  ])('with a set past its notAfter a %s code is answered %s', (kind, expected) => {
    expect(answer([code(kind)], entry(nine), nine)).toBe(expected)
  })

  test('an emergency code without windows opens at any time', () => {
    expect(answer([code('emergency', { windows: [] })], entry('2030-06-01T00:00:00.000Z'))).toBe('open')
  })
})

describe('which set may replace which', () => {
  const current: SetMark = { rev: 5, epoch: 2, digest: 'a' }
  test.each([
    [{ rev: 6, epoch: 2, digest: 'b' }, 'apply'],
    [{ rev: 1, epoch: 3, digest: 'b' }, 'apply'],
    [{ rev: 5, epoch: 2, digest: 'a' }, 'same'],
    [{ rev: 5, epoch: 2, digest: 'b' }, 'digest-conflict'],
    [{ rev: 4, epoch: 2, digest: 'b' }, 'older-rev'],
    [{ rev: 9, epoch: 1, digest: 'b' }, 'older-epoch'],
  ])('%o: %s', (desired, expected) => {
    const decision = applyDesired(current, desired)
    expect(decision.status === 'refused' ? decision.reason : decision.status).toBe(expected)
  })

  test('the first set always applies', () => {
    expect(applyDesired(undefined, current)).toEqual({ status: 'apply' })
  })

  test('property: loss, repetition and reordering end with the newest set that arrived', () => {
    const mark = fc
      .record({ rev: fc.integer({ min: 1, max: 6 }), epoch: fc.integer({ min: 1, max: 3 }) })
      .map(each => ({ ...each, digest: `${each.epoch}-${each.rev}` }))
    fc.assert(
      fc.property(fc.array(mark, { minLength: 1 }), arrivals => {
        let held: SetMark | undefined
        for (const each of arrivals) if (applyDesired(held, each).status === 'apply') held = each
        const newest = arrivals.toSorted((x, y) => y.epoch - x.epoch || y.rev - x.rev)[0]
        expect(held).toEqual(newest)
      }),
    )
  })
})

describe('opening a set', () => {
  const identity = { lockId: 'hall-entrance', key: lockKey(Buffer.alloc(32, 7), 'hall-entrance') }
  const sealed = (id: string, digits: string, over: Partial<Desired['codes'][number]> = {}) => ({
    id,
    kind: 'guest' as const,
    windows: [{ from: nine, to: halfPastNine }],
    len: digits.length,
    ct: sealCode(identity.key, { lockId: identity.lockId, epoch: 1, codeId: id }, digits),
    ...over,
  })
  const setOf = (codes: Desired['codes']): Desired => ({
    rev: 1,
    epoch: 1,
    digest: '0'.repeat(64),
    issuedAt: nine,
    notAfter: farAway,
    zone: 'Asia/Tokyo',
    codes,
  })

  test('the lock computes the digest that the lock service declared', () => {
    const opened = openDesired(identity, setOf([sealed('b', '062915'), sealed('a', '4821')]))
    const declared = ['062915', '4821'].map((digits, at) => ({
      id: at === 0 ? 'b' : 'a',
      kind: 'guest' as const,
      windows: [{ from: nine, to: halfPastNine }],
      hash: keyedHash(identity.key, digits),
    }))
    expect(opened.digest).toBe(setDigest(declared))
    expect(opened.results.map(each => each.result)).toEqual(['stored', 'stored'])
  })

  test('a code that does not open, or is not what it says, changes the digest and is named', () => {
    const whole = openDesired(identity, setOf([sealed('a', '482109')]))
    const moved = openDesired(identity, setOf([{ ...sealed('a', '482109'), id: 'b' }]))
    expect(moved.results).toEqual([{ id: 'b', result: 'unreadable' }])
    expect(moved.digest).not.toBe(whole.digest)
    const short = openDesired(identity, setOf([sealed('a', '482109', { len: 4 })]))
    expect(short.results).toEqual([{ id: 'a', result: 'bad-format' }])
    const letters = openDesired(identity, setOf([sealed('a', '48210x')]))
    expect(letters.results).toEqual([{ id: 'a', result: 'bad-format' }])
  })

  test('property: the digest does not depend on the order of codes or windows, and on everything else', () => {
    const windowOf = (hour: number) => ({
      from: `2024-12-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
      to: `2024-12-01T${String(hour).padStart(2, '0')}:30:00.000Z`,
    })
    const entries = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,4}$/),
        kind: fc.constantFrom<CodeKind>('guest', 'staff'),
        windows: fc
          .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 3 })
          .map(hours => hours.map(windowOf)),
        hash: fc.stringMatching(/^[0-9a-f]{64}$/),
      }),
      { selector: each => each.id, minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(entries, codes => {
        const shuffled = codes.toReversed().map(each => ({ ...each, windows: each.windows.toReversed() }))
        expect(setDigest(shuffled)).toBe(setDigest(codes))
        const [first, ...rest] = codes
        if (!first) return
        expect(setDigest(rest)).not.toBe(setDigest(codes))
        expect(setDigest([{ ...first, kind: 'duress' }, ...rest])).not.toBe(setDigest(codes))
        expect(setDigest([{ ...first, windows: [] }, ...rest])).not.toBe(setDigest(codes))
        expect(setDigest([{ ...first, hash: '0'.repeat(63) }, ...rest])).not.toBe(setDigest(codes))
      }),
    )
  })
})
