import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { citationProblems, type Repository, type Source } from '../citations.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** The check and its test name ids that do not exist. */
const PLANTED = /^lint\/(tests\/)?citations\./
const NOT_OURS = ['**/node_modules', '**/dist', '.town', '.git']

test('every id that is cited is defined once, every rule has a test, and every path in a document exists', () => {
  const docs = filesOf('**/*.md')
  const sources = filesOf('**/*.{ts,tsx,mjs,py,sql,css}').filter(({ path: file }) => !PLANTED.test(file))
  const exists = (file: string) => existsSync(path.join(root, file))
  expect(sources.length).toBeGreaterThan(1_000)
  expect(citationProblems({ docs, sources, exists })).toEqual([])
})

// The rules that nobody tests, because nobody has built them.
test('only these rules are not built yet', () => {
  const rules = readFileSync(path.join(root, 'docs/rules.md'), 'utf8')
  const rows = [...rules.matchAll(/^\| ([SMGV]\d+) \|.*\| not yet \|/gm)].map(([, id]) => id)
  expect(rows).toEqual([])
})

const table = { path: 'docs/rules.md', text: '| M1 | a rule | here | – |\n| M2 | a rule | there | – |\n' }
const tests = {
  path: 'services/a/tests/a.test.ts',
  text: `test('M1–M2: holds', () => {})\ndescribe('a picture (M2)', () => {})`,
}

test('a repository in order has no problem', () => {
  expect(problemsOf({})).toEqual([])
})

test.each([
  ['a comment', { path: 'services/a/src/a.ts', text: '/** M3: a rule nobody wrote down. */' }],
  ['a comment behind code', { path: 'services/a/src/a.ts', text: 'const a = 1 // by M3' }],
  ['the middle of a long comment', { path: 'services/a/src/a.ts', text: '/**\n * As M3 says.\n */' }],
  ['a migration', { path: 'services/a/src/store/1.sql', text: '-- M3: kept for ever.' }],
  ['a verifier', { path: 'services/a/verifier/a.py', text: '# M3: drawn again.' }],
  ['what a schema says', { path: 'libs/contract/src/a.ts', text: `z.string().describe('M3; null = none')` }],
  ['a title', { path: 'services/a/tests/b.test.ts', text: `test('M3: is named wrongly', () => {})` }],
  ['a row of a title’s table', { path: 'services/a/tests/b.test.ts', text: `  ['a case (M3)', 1],` }],
  ['a document', { path: 'docs/performance.md', text: 'as M3 asks' }],
])('planted: an id that no table defines, in %s, is found', (_, { path: file, text }) => {
  const planted = { path: file, text }
  const problems = problemsOf(file.endsWith('.md') ? { docs: [planted] } : { sources: [planted] })
  expect(problems).toEqual([`${file} cites M3, which no table in docs defines`])
})

test.each([
  ['a drawing', `<path d="M14 8 L56 22" />`],
  ['an address', `'/venues?q=%E5%90%88'`],
  ['a time', "// `${date}T15:00:00.000Z`, in the city's zone"],
  ['the engine V8', '// V8 compiles it.'],
])('%s cites nothing', (_, text) => {
  expect(problemsOf({ sources: [{ path: 'gateway/web/src/a.tsx', text }] })).toEqual([])
})

test('planted: a mail that no table defines is found', () => {
  const sources = [{ path: 'services/a/src/a.ts', text: '/** Mail Z: nobody gets it. */' }]
  expect(problemsOf({ sources })).toEqual(['services/a/src/a.ts cites Z, which no table in docs defines'])
})

test.each([
  ['no test', 'a rule that is decided', ''],
  ['a comment in a test alone', 'a rule that is decided', '// M3: not a title'],
  ['a story’s long range alone', 'a rule that is decided', `test('M1–M9: a whole story', () => {})`],
])('planted: a rule that is named by %s is found', (_, rule, text) => {
  const docs = [
    { path: 'docs/more.md', text: `| M3 | ${rule} | here | – |\n| M9 | and its end | not yet | – |` },
  ]
  const problems = problemsOf({ docs, sources: [{ path: 'services/a/tests/b.test.ts', text }] })
  expect(problems).toContain('no test names M3')
})

test('a rule that is not built needs no test, and one that has a test is built', () => {
  const docs = [{ path: 'docs/more.md', text: '| M3 | a rule | not yet | – |' }]
  expect(problemsOf({ docs })).toEqual([])
  const sources = [{ path: 'services/a/tests/b.test.ts', text: `test('M3: holds', () => {})` }]
  expect(problemsOf({ docs, sources })).toEqual(['a test names M3, and its row still says "not yet"'])
})

test('a step of the journey is a test', () => {
  const docs = [{ path: 'docs/more.md', text: '| M3 | a rule | here | – |' }]
  const sources = [{ path: 'town/src/journey/chapters/a.ts', text: `{ rules: 'M3 M1', title: 'a step' }` }]
  expect(problemsOf({ docs, sources })).toEqual([])
})

test('planted: an id that two tables define is found', () => {
  const docs = [{ path: 'docs/more.md', text: '| M2 | something else | here | – |' }]
  expect(problemsOf({ docs })).toEqual(['M2 is defined more than once: docs/rules.md, docs/more.md'])
})

test('planted: a path that leads nowhere is found', () => {
  const docs = [
    { path: 'docs/more.md', text: 'decided in `services/a/src/gone.ts`, not in `services/<name>/src`' },
  ]
  expect(problemsOf({ docs })).toEqual(['docs/more.md names services/a/src/gone.ts, which is not there'])
})

function problemsOf({ docs = [], sources = [] }: Partial<Repository>): readonly string[] {
  return citationProblems({ docs: [table, ...docs], sources: [tests, ...sources], exists: () => false })
}

function filesOf(pattern: string): readonly Source[] {
  return globSync(pattern, { cwd: root, exclude: NOT_OURS }).map(file => ({
    path: file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }))
}
