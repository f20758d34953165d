import { addMs } from '@asaichi/calendar/instant.ts'
import { type CodeReport, CodeResult } from '@asaichi/contract/lock/code-report.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reviseSet } from './desired-set.ts'
import { type ReportedCode, readReport, standingOf } from './report.ts'

const NOW = '2024-12-01T00:00:00.000Z'
const ours = { epoch: 2, rev: 5, digest: 'd' }

describe('D20: a mark told by a gateway or a lock', () => {
  test.each([
    [{ epoch: 2, rev: 5, digest: 'd' }, 'same'],
    [{ epoch: 2, rev: 4, digest: 'x' }, 'behind'],
    [{ epoch: 1, rev: 9, digest: 'x' }, 'behind'],
    [{ epoch: 0, rev: 0, digest: null }, 'behind'],
    [{ epoch: 2, rev: 6, digest: 'd' }, 'ahead'],
    [{ epoch: 2, rev: 5, digest: 'x' }, 'ahead'],
    [{ epoch: 3, rev: 1, digest: 'd' }, 'ahead'],
    [{ epoch: 2, rev: 2_000_000_000, digest: 'd' }, 'behind'],
    [{ epoch: 2_000_000_000, rev: 6, digest: 'd' }, 'behind'],
  ] as const)('%o is %s', (told, standing) => {
    expect(standingOf(told, ours)).toBe(standing)
  })
})

function code(more: Partial<ReportedCode>): ReportedCode {
  return {
    codeId: 'c',
    kind: 'guest',
    from: addMs(NOW, 3_600_000),
    to: addMs(NOW, 7_200_000),
    revIn: null,
    revOut: null,
    isRevoked: false,
    isSpare: false,
    isOnLock: false,
    result: null,
    proof: null,
    dueAt: null,
    confirmedAt: null,
    ...more,
  }
}
const stored = { isOnLock: true, result: 'stored', proof: null, dueAt: null } as const
const there = { ...stored, confirmedAt: NOW } as const
const off = { isOnLock: false, result: null, proof: null, dueAt: null } as const

describe('V5: a report of revision 5', () => {
  const read = (about: Partial<ReportedCode>, rows: readonly Omit<CodeReport, 'id'>[]) =>
    readReport([code(about)], { rev: 5, results: rows.map(row => ({ id: 'c', ...row })), now: NOW })

  test.each([
    ['proves a code of revision 5', { revIn: 5 }, [{ ...stored, news: 'on-lock' }]],
    ['proves nothing of a code of revision 6', { revIn: 6 }, []],
    ['is no news of a code that is known to be there', { revIn: 2, ...there }, []],
    [
      'shows a code again after a reset, without telling it twice',
      { revIn: 2, confirmedAt: NOW },
      [{ ...stored, news: 'none' }],
    ],
    [
      'still has a code that is revoked in revision 6',
      { revIn: 2, revOut: 6, isRevoked: true, ...there },
      [],
    ],
    [
      'still has a code that was revoked in revision 5 as long as it says so',
      { revIn: 2, revOut: 5, isRevoked: true, ...there },
      [{ ...stored, result: null, news: 'none' }],
    ],
  ] as const)('that says stored %s', (_name, about, changes) => {
    expect(read(about, [{ result: 'stored' }])).toEqual(changes.map(change => ({ codeId: 'c', ...change })))
  })

  test('that is silent of a code proves that it left with revision 5, and nothing of one that should be there', () => {
    expect(read({ revIn: 2, revOut: 5, isRevoked: true, ...there }, [])).toEqual([
      { codeId: 'c', ...off, news: 'gone' },
    ])
    expect(read({ revIn: 5 }, [])).toEqual([{ codeId: 'c', ...off, result: 'unconfirmed', news: 'none' }])
  })

  test.each(CodeResult.exclude(['stored']).options)('that says %s never puts a code on the lock', result => {
    expect(read({ revIn: 5 }, [{ result }])).toEqual([{ codeId: 'c', ...off, result, news: 'none' }])
    expect(read({ revIn: 5, ...there }, [{ result }])).toEqual([
      { codeId: 'c', ...off, result, news: 'none' },
    ])
  })

  test('tells how the lock knows, and until when it waits', () => {
    expect(read({ revIn: 5 }, [{ result: 'stored', proof: 'occupancy', dueAt: NOW }])).toMatchObject([
      { isOnLock: true, proof: 'occupancy', dueAt: null },
    ])
    expect(read({ revIn: 5 }, [{ result: 'waiting', proof: 'value', dueAt: NOW }])).toMatchObject([
      { isOnLock: false, proof: null, dueAt: NOW },
    ])
  })

  test('an empty lock has lost every code and is rid of the revoked ones', () => {
    const codes = [
      code({ codeId: 'live', revIn: 2, ...there }),
      code({ codeId: 'dead', revIn: 2, revOut: 6, isRevoked: true, ...there }),
    ]
    expect(readReport(codes, { rev: 0, results: [], now: NOW })).toEqual([
      { codeId: 'live', ...off, news: 'none' },
      { codeId: 'dead', ...off, news: 'gone' },
    ])
  })
})

type Step =
  | { readonly type: 'grant'; readonly startsInHours: number; readonly isDuplicate: boolean }
  | { readonly type: 'revoke'; readonly pick: number }
  | { readonly type: 'pass'; readonly hours: number }
  /** `isSlow`: what has left the set is not cleared yet. */
  | { readonly type: 'deliver'; readonly lag: number; readonly isSlow: boolean }
  | { readonly type: 'reset' }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('grant'),
    startsInHours: fc.integer({ min: 1, max: 240 }),
    isDuplicate: fc.boolean(),
  }),
  fc.record({ type: fc.constant('revoke'), pick: fc.nat(20) }),
  fc.record({ type: fc.constant('pass'), hours: fc.integer({ min: 1, max: 48 }) }),
  fc.record({ type: fc.constant('deliver'), lag: fc.nat(3), isSlow: fc.boolean() }),
  fc.record({ type: fc.constant('reset') }),
)

test('V5: whatever is lost, late or reset, what we believe of a lock is what it holds, and it ends with exactly the live codes', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), steps => {
      const world = newWorld()
      for (const step of steps) {
        world.take(step)
        world.expectTruth()
      }
      world.take({ type: 'deliver', lag: 0, isSlow: false })
      world.expectTruth()
      world.expectConverged()
    }),
  )
})

/** One lock that applies only higher revisions, refuses some codes and clears others late, and the service's view of it. */
function newWorld() {
  let now = NOW
  const duplicates = new Set<string>()
  let codes: readonly ReportedCode[] = []
  const sets: (readonly string[])[] = [[]]
  let lock: { readonly rev: number; readonly ids: readonly string[] } = { rev: 0, ids: [] }

  function revise() {
    const { entering, leaving } = reviseSet(codes, { now: now, room: 256 })
    if (entering.length + leaving.length === 0) return
    const rev = sets.length
    codes = codes.map(each => ({
      ...each,
      ...(entering.includes(each.codeId) && { revIn: rev, revOut: null }),
      ...(leaving.includes(each.codeId) && { revOut: rev }),
    }))
    sets.push(codes.filter(each => each.revIn !== null && each.revOut === null).map(each => each.codeId))
  }
  function hearReport() {
    const refused = (sets[lock.rev] ?? []).filter(id => duplicates.has(id))
    const results = [
      ...lock.ids.map(id => ({ id, result: 'stored' as const })),
      ...refused.map(id => ({ id, result: 'duplicate' as const })),
    ]
    const told = readReport(codes, { rev: lock.rev, results, now })
    const changes = new Map(told.map(each => [each.codeId, each]))
    codes = codes.map(each => {
      const change = changes.get(each.codeId)
      if (!change) return each
      const { news, ...said } = change
      return { ...each, ...said, confirmedAt: news === 'on-lock' ? now : each.confirmedAt }
    })
  }
  return {
    take(step: Step) {
      if (step.type === 'grant') {
        const from = addMs(now, step.startsInHours * 3_600_000)
        const codeId = `c${codes.length}`
        if (step.isDuplicate) duplicates.add(codeId)
        codes = [...codes, code({ codeId, from, to: addMs(from, 3_600_000) })]
      }
      if (step.type === 'revoke')
        codes = codes.map((each, at) => (at === step.pick ? { ...each, isRevoked: true } : each))
      if (step.type === 'pass') now = addMs(now, step.hours * 3_600_000)
      revise()
      if (step.type === 'deliver') {
        const rev = Math.max(sets.length - 1 - step.lag, 0)
        if (rev >= lock.rev) {
          const taken = (sets[rev] ?? []).filter(id => !duplicates.has(id))
          lock = { rev, ids: step.isSlow ? [...new Set([...lock.ids, ...taken])] : taken }
        }
        hearReport()
      }
      if (step.type === 'reset') {
        lock = { rev: 0, ids: [] }
        hearReport()
      }
    },
    /** A revoked or ended code may still be there; that no live code is believed there falsely is what counts. */
    expectTruth() {
      const live = codes.filter(each => each.isOnLock && !each.isRevoked && now < each.to)
      for (const each of live) expect(lock.ids).toContain(each.codeId)
    },
    expectConverged() {
      const wanted = codes.filter(
        each => !each.isRevoked && each.from <= addMs(now, 7 * 86_400_000) && now < each.to,
      )
      expect(lock.ids.toSorted()).toEqual(
        wanted
          .map(each => each.codeId)
          .filter(id => !duplicates.has(id))
          .toSorted(),
      )
      expect(
        codes
          .filter(each => each.isOnLock)
          .map(each => each.codeId)
          .toSorted(),
      ).toEqual(lock.ids.toSorted())
    },
  }
}
