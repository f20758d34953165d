import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Anchor, type AuditRow, GENESIS, sealRow, verifyChain } from './chain.ts'

const log = chainOf(6)
const head = { seq: 6, hash: log.at(-1)?.hash ?? '' }

function chainOf(count: number, word = 'fact'): readonly AuditRow[] {
  const rows: AuditRow[] = []
  for (let nr = 1; nr <= count; nr++)
    rows.push(
      sealRow(rows.at(-1) ?? GENESIS, {
        at: `2024-11-03T00:00:0${nr}.000Z`,
        kind: word,
        data: { nr, root: '根' },
      }),
    )
  return rows
}

test('V4: an untouched log is whole, with and without its anchors', () => {
  expect(verifyChain([])).toEqual({ status: 'whole' })
  expect(verifyChain(log)).toEqual({ status: 'whole' })
  expect(verifyChain(log, [GENESIS, head])).toEqual({ status: 'whole' })
})

const damages: readonly [string, readonly AuditRow[], readonly Anchor[], string][] = [
  ['an edited row', log.map(row => (row.seq === 3 ? { ...row, data: '{"nr":9}' } : row)), [], 'row-changed'],
  [
    'an edited time',
    log.map(row => (row.seq === 3 ? { ...row, at: '2024-11-04T00:00:00.000Z' } : row)),
    [],
    'row-changed',
  ],
  ['a removed row', log.filter(row => row.seq !== 3), [], 'row-missing'],
  ['a removed beginning', log.slice(1), [], 'row-missing'],
  [
    'two rows in each other’s place',
    [1, 3, 2, 4, 5, 6].flatMap(seq => log.filter(row => row.seq === seq)),
    [],
    'row-missing',
  ],
  ['two rows that changed places and numbers', swapped(), [], 'row-changed'],
  ['a cut end', log.slice(0, 5), [head], 'not-as-anchored'],
  ['an emptied log', [], [head], 'not-as-anchored'],
  ['a log made anew', chainOf(6, 'forged'), [head], 'not-as-anchored'],
]

test.each(damages)('V4: %s is seen', (_, rows, anchors, why) => {
  expect(verifyChain(rows, anchors)).toMatchObject({ status: 'broken', why })
})

test('V4: a change of any letter of any row is seen', () => {
  fc.assert(
    fc.property(
      fc.nat(5),
      fc.constantFrom('kind', 'data', 'previous', 'hash', 'at'),
      fc.nat(),
      (nr, field, place) => {
        const forged = log.map((row, index) =>
          index === nr ? { ...row, [field]: turned(String(row[field as 'kind']), place) } : row,
        )
        return verifyChain(forged, [head]).status === 'broken'
      },
    ),
  )
})

function turned(text: string, place: number): string {
  const at = place % text.length
  return `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`
}

function swapped(): readonly AuditRow[] {
  return log.map(row => {
    const other = row.seq === 2 ? log[2] : row.seq === 3 ? log[1] : row
    return { ...row, kind: other?.kind ?? '', data: other?.data ?? '' }
  })
}

test('V4: what was sealed in another year is whole today: the form of a row does not change', () => {
  expect(log[0]?.hash).toBe('27dddfab1fd9a030b4dfa233e2ddcf3170f1db172c2082ff8cb37781f9451859')
  expect(head.hash).toBe('ec80e5dc77e9b91bb5d3f38bc6f89a415e457774fba13aa214d89254055f4657')
})

test('V4: of a log with two breaks the first is named, and of anchors the oldest that does not fit', () => {
  const anchors = [{ seq: 9, hash: head.hash }, { seq: 2, hash: head.hash }, head]
  expect(verifyChain(log, anchors)).toEqual({ status: 'broken', seq: 2, why: 'not-as-anchored' })
  expect(verifyChain(log, anchors.slice(0, 1))).toEqual({ status: 'broken', seq: 9, why: 'not-as-anchored' })
})
