import { addMs } from '@asaichi/calendar/instant.ts'
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
    from: addMs(NOW, 3_600_000),
    to: addMs(NOW, 7_200_000),
    revIn: null,
    revOut: null,
    isRevoked: false,
    isOnLock: false,
    confirmedAt: null,
    ...more,
  }
}

describe('V5: a report of revision 5', () => {
  test.each([
    ['proves a code of revision 5', { revIn: 5 }, [{ codeId: 'c', isOnLock: true, news: 'on-lock' }]],
    ['proves nothing of a code of revision 6', { revIn: 6 }, []],
    ['is no news of a code that is known to be there', { revIn: 2, isOnLock: true, confirmedAt: NOW }, []],
    [
      'shows a code again after a reset, without telling it twice',
      { revIn: 2, confirmedAt: NOW },
      [{ codeId: 'c', isOnLock: true, news: 'none' }],
    ],
    [
      'proves that a code revoked in revision 5 is gone',
      { revIn: 2, revOut: 5, isRevoked: true, isOnLock: true, confirmedAt: NOW },
      [{ codeId: 'c', isOnLock: false, news: 'gone' }],
    ],
    [
      'still has a code that is revoked in revision 6',
      { revIn: 2, revOut: 6, isRevoked: true, isOnLock: true, confirmedAt: NOW },
      [],
    ],
  ] as const)('%s', (_name, about, changes) => {
    expect(readReport([code(about)], { rev: 5, now: NOW })).toEqual(changes)
  })

  test('an empty lock has lost every code and is rid of the revoked ones', () => {
    const codes = [
      code({ codeId: 'live', revIn: 2, isOnLock: true, confirmedAt: NOW }),
      code({ codeId: 'dead', revIn: 2, revOut: 6, isRevoked: true, isOnLock: true, confirmedAt: NOW }),
    ]
    expect(readReport(codes, { rev: 0, now: NOW })).toEqual([
      { codeId: 'live', isOnLock: false, news: 'none' },
      { codeId: 'dead', isOnLock: false, news: 'gone' },
    ])
  })
})

type Step =
  | { readonly type: 'grant'; readonly startsInHours: number }
  | { readonly type: 'revoke'; readonly pick: number }
  | { readonly type: 'pass'; readonly hours: number }
  | { readonly type: 'deliver'; readonly lag: number }
  | { readonly type: 'reset' }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('grant'), startsInHours: fc.integer({ min: 1, max: 240 }) }),
  fc.record({ type: fc.constant('revoke'), pick: fc.nat(20) }),
  fc.record({ type: fc.constant('pass'), hours: fc.integer({ min: 1, max: 48 }) }),
  fc.record({ type: fc.constant('deliver'), lag: fc.nat(3) }),
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
      world.take({ type: 'deliver', lag: 0 })
      world.expectTruth()
      world.expectConverged()
    }),
  )
})

/** One lock that applies only higher revisions, and the service's view of it. */
function newWorld() {
  let now = NOW
  let codes: readonly ReportedCode[] = []
  const sets: (readonly string[])[] = [[]]
  let lock: { readonly rev: number; readonly ids: readonly string[] } = { rev: 0, ids: [] }

  function revise() {
    const { entering, leaving } = reviseSet(codes, now)
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
    const changes = new Map(readReport(codes, { rev: lock.rev, now }).map(each => [each.codeId, each]))
    codes = codes.map(each => {
      const change = changes.get(each.codeId)
      if (!change) return each
      const confirmedAt = change.news === 'on-lock' ? now : each.confirmedAt
      return { ...each, isOnLock: change.isOnLock, confirmedAt }
    })
  }
  return {
    take(step: Step) {
      if (step.type === 'grant') {
        const from = addMs(now, step.startsInHours * 3_600_000)
        codes = [...codes, code({ codeId: `c${codes.length}`, from, to: addMs(from, 3_600_000) })]
      }
      if (step.type === 'revoke')
        codes = codes.map((each, at) => (at === step.pick ? { ...each, isRevoked: true } : each))
      if (step.type === 'pass') now = addMs(now, step.hours * 3_600_000)
      revise()
      if (step.type === 'deliver') {
        const rev = Math.max(sets.length - 1 - step.lag, 0)
        if (rev > lock.rev) lock = { rev, ids: sets[rev] ?? [] }
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
      expect(lock.ids.toSorted()).toEqual(wanted.map(each => each.codeId).toSorted())
      expect(
        codes
          .filter(each => each.isOnLock)
          .map(each => each.codeId)
          .toSorted(),
      ).toEqual(lock.ids.toSorted())
    },
  }
}
