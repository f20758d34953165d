import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { filesOf } from '../repository.ts'
import { ASVS_IDS } from './asvs-ids.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const LEVELS = ['1', '2'] as const
const STATES = ['met', 'not applicable', 'not met'] as const
const readme = readFileSync(path.join(ROOT, 'docs/asvs/README.md'), 'utf8')
const rows = filesOf('docs/asvs/*.md').flatMap(({ text }) => rowsIn(text))

test('every requirement of level 1 and of level 2 has one row, with its level', () => {
  const wanted = LEVELS.flatMap(level =>
    ASVS_IDS[level]
      .trim()
      .split(/\s+/)
      .map(id => `${id} ${level}`),
  )
  expect(wanted).toHaveLength(70 + 183)
  expect(rows.map(({ id, level }) => `${id} ${level}`).sort()).toEqual(wanted.sort())
})

test('every row has one of the states, and says why in a sentence where it is not met', () => {
  expect(rows.filter(({ state }) => !STATES.some(known => known === state))).toEqual([])
  expect(rows.filter(({ state, where }) => state !== 'met' && !/^\S.{15,}\.$/.test(where))).toEqual([])
})

test('what is met names a test, a configuration or a document', () => {
  const shows = /\.test\.ts$|^deploy\/|^docs\/|^SECURITY\.md$/
  const met = rows.filter(({ state }) => state === 'met')
  expect(met.filter(({ paths }) => !paths.some(named => shows.test(named)))).toEqual([])
})

test('every path that a row names is there', () => {
  const named = rows.flatMap(({ id, paths }) => paths.map(where => ({ id, where })))
  expect(named.length).toBeGreaterThan(200)
  expect(named.filter(({ where }) => !existsSync(path.join(ROOT, where)))).toEqual([])
})

test('H1: the sums are those of the rows, and none is without an answer', () => {
  for (const level of LEVELS) {
    const own = rows.filter(row => row.level === level)
    const [met = 0, foreign = 0, open = 0] = STATES.map(
      known => own.filter(({ state }) => state === known).length,
    )
    const share = (((met + foreign) * 100) / own.length).toFixed(1)
    expect(readme).toContain(
      `| ${level} | ${own.length} of ${own.length} | ${met} | ${foreign} | ${open} | ${share} % |`,
    )
  }
})

function rowsIn(text: string) {
  return [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| (\d) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, id = '', level = '', state = '', where = '']) => ({ id, level, state, where, paths: pathsIn(where) }),
  )
}

// A path has a folder or an ending; other words in code type are a header's or a command's.
function pathsIn(where: string): readonly string[] {
  return [...where.matchAll(/`([A-Za-z][\w./-]*\.(?:ts|tsx|md|yaml|json)|[\w-]+\/[\w./-]*Dockerfile)`/g)].map(
    ([, named = '']) => named,
  )
}
