import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Act, type ActsVerdict, type Seal, sealAct, walkSeals } from './act-seals.ts'
import { type Anchor, GENESIS } from './chain.ts'

type Sealed = { readonly seal: Seal; readonly act: Act | undefined }

const MINUTE = 60_000
// Number 4 came after 5 and 6, by the length of a transaction.
const log = sealed([
  [1, 0],
  [2, 0],
  [3, 1],
  [5, 60],
  [6, 60],
  [4, 61],
  [7, 62],
])
const head = log.at(-1)?.seal ?? GENESIS

test('V4: acts as they were sealed are whole, in whatever order they came; who waits for a seal is no break', () => {
  expect(verdictOf([])).toEqual({ status: 'whole' })
  expect(verdictOf(log, { anchors: [head] })).toEqual({ status: 'whole' })
  expect(verdictOf(log, { anchors: [head], unsealed: [8, 9] })).toEqual({ status: 'whole' })
})

const damages: readonly [string, readonly Sealed[], readonly Anchor[], Omit<ActsVerdict, 'status'>][] = [
  ['a changed act', changed(3, { by: 'somebody else' }), [], { what: 'act', seq: 3, why: 'row-changed' }],
  [
    'an act with one column more',
    changed(3, { role: 'admin' }),
    [],
    { what: 'act', seq: 3, why: 'row-changed' },
  ],
  [
    'a removed act',
    log.map(row => (row.seal.actSeq === 3 ? { ...row, act: undefined } : row)),
    [],
    { what: 'act', seq: 3, why: 'row-missing' },
  ],
  [
    'an act removed with its seal',
    log.filter(({ seal }) => seal.actSeq !== 3),
    [],
    { what: 'seal', seq: 3, why: 'row-missing' },
  ],
  [
    'a seal that hangs on another',
    log.map(({ seal, act }) => ({ act, seal: seal.seq === 3 ? { ...seal, previous: GENESIS.hash } : seal })),
    [],
    { what: 'seal', seq: 3, why: 'row-changed' },
  ],
  ['a cut end', log.slice(0, 5), [head], { what: 'seal', seq: 7, why: 'not-as-anchored' }],
  [
    'a chain made anew',
    sealed([1, 2, 3, 4, 5, 6, 7].map(seq => [seq, 0])),
    [head],
    { what: 'seal', seq: 7, why: 'not-as-anchored' },
  ],
]

test.each(damages)('V4: %s is named', (_, rows, anchors, where) => {
  expect(verdictOf(rows, { anchors })).toEqual({ status: 'broken', ...where })
})

test('V4: an act put among old ones is named, with a seal or without one', () => {
  const rows = sealed([
    [1, 0],
    [3, 0],
    [4, 30],
    [2, 31],
  ])
  const named = { status: 'broken', what: 'act', seq: 2, why: 'row-inserted' }
  expect(verdictOf(rows)).toEqual(named)
  expect(verdictOf(rows.slice(0, 3), { unsealed: [2] })).toEqual(named)
})

test('V4: an act removed before it was sealed is named', () => {
  expect(verdictOf(log, { gone: [8] })).toEqual({ status: 'broken', what: 'act', seq: 8, why: 'row-missing' })
})

test('V4: what waited while nobody sealed is no forgery, however long that was', () => {
  expect(
    verdictOf(
      sealed([
        [1, 0],
        [3, 0],
        [2, 600],
        [4, 600],
      ]),
    ),
  ).toEqual({ status: 'whole' })
  expect(
    verdictOf(
      sealed([
        [1, 0],
        [3, 0],
      ]),
      { unsealed: [2] },
    ),
  ).toEqual({ status: 'whole' })
})

test('V4: a change of any act, of any seal or of their order is seen', () => {
  const row = fc.nat(log.length - 1)
  const damage = fc.oneof(
    row.map(nr =>
      log.map((each, index) => (index === nr ? { ...each, act: { ...each.act, at: 'another time' } } : each)),
    ),
    row.map(nr => log.filter((_, index) => index !== nr)),
    fc
      .tuple(row, row)
      .filter(([one, other]) => one !== other)
      .map(([one, other]) =>
        log.map((each, index) => ({
          ...each,
          act: log[index === one ? other : index === other ? one : index]?.act,
        })),
      ),
    fc
      .tuple(row, fc.constantFrom('previous', 'hash', 'at'))
      .map(([nr, field]) =>
        log.map((each, index) =>
          index === nr ? { ...each, seal: { ...each.seal, [field]: '2020-01-01T00:00:00.000Z' } } : each,
        ),
      ),
  )
  fc.assert(fc.property(damage, rows => verdictOf(rows, { anchors: [head] }).status === 'broken'))
})

function verdictOf(
  rows: readonly Sealed[],
  {
    anchors = [],
    ...rest
  }: {
    readonly anchors?: readonly Anchor[]
    readonly unsealed?: readonly number[]
    readonly gone?: readonly number[]
  } = {},
): ActsVerdict {
  const walk = walkSeals(anchors)
  for (const row of rows) {
    const broken = walk.next(row)
    if (broken) return broken
  }
  return walk.end(rest)
}

/** Acts by number and the minute they are sealed in. */
function sealed(acts: readonly (readonly number[])[]): readonly Sealed[] {
  const rows: { readonly seal: Seal; readonly act: Act }[] = []
  for (const [actSeq = 0, minute = 0] of acts) {
    const act = actOf(actSeq)
    const at = new Date(minute * MINUTE).toISOString()
    rows.push({ act, seal: sealAct(rows.at(-1)?.seal ?? GENESIS, { at, actSeq, act }) })
  }
  return rows
}

function actOf(seq: number): Act {
  return { seq, at: `2024-11-03T00:00:0${seq}.000001+00:00`, act: 'log-in', by: 'themselves' }
}

function changed(actSeq: number, difference: Act): readonly Sealed[] {
  return log.map(({ seal, act }) => ({ seal, act: seal.actSeq === actSeq ? { ...act, ...difference } : act }))
}
