import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ANSWERS = ['yes', 'part', 'no', 'seller'] as const
const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/procurement.md'), 'utf8')
const rows = [...page.matchAll(/^\| (\d+)\.(\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, chapter = '', nr = '', answer = '', where = '']) => ({
    chapter: Number(chapter),
    nr: Number(nr),
    answer,
    where,
  }),
)

test('what cities ask for is numbered without a gap, and each row has one of the answers', () => {
  const numbered = rows.map(({ chapter, nr }) => `${chapter}.${nr}`)
  const chapters = [...new Set(rows.map(({ chapter }) => chapter))]
  expect(chapters).toEqual(chapters.map((_, index) => index + 1))
  expect(numbered).toEqual(
    chapters.flatMap(chapter =>
      rows.filter(row => row.chapter === chapter).map((_, index) => `${chapter}.${index + 1}`),
    ),
  )
  expect(rows.filter(({ answer }) => !ANSWERS.some(known => known === answer))).toEqual([])
})

test('a yes says where it is, by a rule, a screen, a request or a file; a part says more than that', () => {
  const somewhere = /\b[SMGVRTK]\d+\b|`[^`]+`|\]\([^)]+\.md\)/
  expect(rows.filter(({ answer, where }) => answer === 'yes' && !somewhere.test(where))).toEqual([])
  expect(rows.filter(({ answer, where }) => answer === 'part' && where.length < 20)).toEqual([])
})

test('the sum at the top is the sum of the rows', () => {
  const sum = ANSWERS.map(known => `${rows.filter(({ answer }) => answer === known).length} ${known}`)
  expect(page).toContain(`${rows.length} rows: ${sum.join(', ')}.`)
})
