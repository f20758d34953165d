import { describe, expect, test } from 'vitest'
import { crowdedFolders } from '../folders.ts'
import { importCircles } from '../import-circles.ts'
import { modulesOf } from '../modules.ts'
import { unusedExports } from '../unused-exports.ts'
import { unusedTexts } from '../unused-texts.ts'
import { missingVerbs } from '../verb-files.ts'

const PACKAGES = new Map([['@asaichi/bus', 'libs/bus']])
type Files = Readonly<Record<string, string>>

describe('every request of the contract has its verb file', () => {
  const contract = `export const getEntry = request('lottery.call.get-entry.v1', {})`
  const verb = 'services/lottery/src/verbs/get-entry.ts'
  const verbsOf = (files: Files) =>
    missingVerbs(sources({ 'libs/contract/src/lottery/a.ts': contract, ...files }))
  const missing = [`the request getEntry is not answered by a function of its name in ${verb}`]

  test.each([
    ['a function', 'export async function getEntry() {}'],
    ['a function that need not wait', 'export function getEntry() {}'],
  ])('%s of its name answers it', (_, text) => {
    expect(verbsOf({ [verb]: text })).toEqual([])
  })

  test('planted: a file of another name is found', () => {
    expect(verbsOf({ 'services/lottery/src/verbs/entry.ts': 'export function getEntry() {}' })).toEqual(
      missing,
    )
  })

  test('planted: a file of its name with a function of another is found', () => {
    expect(verbsOf({ [verb]: 'export function getEntryOf() {}' })).toEqual(missing)
  })

  test('planted: a verb of another service is found', () => {
    expect(verbsOf({ 'services/lock/src/verbs/get-entry.ts': 'export function getEntry() {}' })).toEqual(
      missing,
    )
  })

  test('planted: a request whose subject stands on a line of its own is found', () => {
    const wrapped = `export const getEntry = request(\n  'lottery.call.get-entry.v1',\n`
    expect(missingVerbs(sources({ 'libs/contract/src/lottery/a.ts': wrapped }))).toEqual(missing)
  })
})

describe('V7: every text of the screens is said somewhere', () => {
  const screen = 'gateway/web/src/screens/mine/mine-screen.tsx'
  const unsaid = (texts: Files, said: string) => unusedTexts(sources({ ...texts, [screen]: said }))
  const mine = {
    'gateway/web/src/i18n/ja/mine.ts': `export const texts = {\n  title: '',\n  'state-won': '',\n  gone: '',\n}`,
  }

  test.each([
    ['by its key', `say('mine.title') k="mine.state-won" say('mine.gone')`],
    ['by a template', 'k={`mine.state-${it}`} k="mine.title" k="mine.gone"'],
    ['by name, in what reads the file', `from '../../i18n/ja/mine.ts'\n'title' 'state-won' 'gone'`],
  ])('%s', (_, said) => expect(unsaid(mine, said)).toEqual([]))

  test('planted: one that is in a comment only is found, and no template of a whole area hides it', () => {
    const said = '// k="mine.gone"\nk={`mine.state-${it}`} k="mine.title" k={`mine.${any}`}'
    expect(unsaid(mine, said)).toEqual(['no screen says the text mine.gone'])
  })

  test("planted: one in a file of an area's folder is found", () => {
    const texts = { 'gateway/web/src/i18n/ja/staff/day.ts': `export const texts = {\n  'day-gone': '',\n}` }
    expect(unsaid(texts, '')).toEqual(['no screen says the text staff.day-gone'])
  })
})

describe('no files import each other in a circle', () => {
  const circlesOf = (files: Files) => importCircles(modulesOf(sources(files), PACKAGES))

  test('planted: a circle of types alone is found', () => {
    const files = {
      'libs/bus/src/a.ts': `import type { B } from './b.ts'`,
      'libs/bus/src/b.ts': `import type { A } from './a.ts'`,
    }
    expect(circlesOf(files)).toEqual([
      'these files import each other in a circle: libs/bus/src/a.ts, libs/bus/src/b.ts',
    ])
  })

  test.each([
    ['loads when it needs it', `export const c = () => import('./c.ts')`],
    ['names a type of', `export type B = import('./c.ts').C`],
    ['hands on', `export { c } from './c.ts'`],
    ['loads without a name', `import './c.ts'`],
    ['names over many lines', `import {\n  a,\n  type C as D,\n} from './c.ts'`],
    ['names as a whole', `import * as c from './c.ts'`],
  ])('planted: a circle through what a file %s is found', (_, text) => {
    const files = {
      'libs/bus/src/a.ts': `import { b } from './b.ts'`,
      'libs/bus/src/b.ts': text,
      'libs/bus/src/c.ts': `import { a } from '@asaichi/bus/a.ts'`,
    }
    expect(circlesOf(files)).toHaveLength(1)
  })

  test('two files that lean on a third are no circle', () => {
    const files = {
      'town/src/a.ts': `import { b } from './b.ts'\nimport { c } from './c.ts'`,
      'town/src/b.ts': `import { c } from './c.ts'`,
      'town/src/c.ts': 'export const c = 1',
    }
    expect(circlesOf(files)).toEqual([])
  })
})

describe('nothing is exported for nobody', () => {
  const unusedIn = (files: Files) => unusedExports(modulesOf(sources(files), PACKAGES))
  const unused = (name: string) => [`libs/bus/src/a.ts exports ${name}, which no other file takes`]

  test.each([
    ['a function', 'export async function a() {}'],
    ['a constant', 'export const a = 1\nconst b = a'],
    ['a class', 'export class a {}'],
    ['a type nobody speaks in', 'export type a = string'],
    ['a name of a list', 'const b = 1\nexport { b as a }'],
  ])('planted: %s that no file takes is found', (_, text) => {
    expect(unusedIn({ 'libs/bus/src/a.ts': text })).toEqual(unused('a'))
  })

  test.each([
    ['by name', `import { a } from '@asaichi/bus/a.ts'`],
    ['under another name', `import { b, a as c } from '@asaichi/bus/a.ts'`],
    ['as a type', `import type { a } from '@asaichi/bus/a.ts'`],
    ['of the whole', `import * as all from '@asaichi/bus/a.ts'\nall.a()`],
    ['when needed', `const { a } = await import('@asaichi/bus/a.ts')`],
    ['to hand it on', `export { a } from '@asaichi/bus/a.ts'`],
  ])('what another file takes %s is used', (_, text) => {
    const files = { 'libs/bus/src/a.ts': 'export const a = 1', 'libs/bus/tests/b.test.ts': text }
    expect(unusedIn(files)).toEqual([])
  })

  test('planted: one of two names of a whole is found', () => {
    const files = {
      'libs/bus/src/a.ts': 'export const a = 1\nexport const b = 2',
      'libs/bus/src/c.ts': `import * as all from './a.ts'\nall.a()`,
    }
    expect(unusedIn(files)).toEqual(unused('b'))
  })

  test('a type in which the file’s own function speaks may be exported', () => {
    const text = `export type Told = string\nexport function tell(): Told {}`
    const files = { 'libs/bus/src/a.ts': text, 'libs/bus/src/b.ts': `import { tell } from './a.ts'` }
    expect(unusedIn(files)).toEqual([])
  })
})

describe('no folder holds more than 25 source files', () => {
  const folder = (name: string, count: number, end = '.ts') =>
    Array.from({ length: count }, (_, index) => `${name}/file-${index}${end}`)

  test('planted: the twenty-sixth is found', () => {
    expect(crowdedFolders(folder('town/src', 25))).toEqual([])
    expect(crowdedFolders(folder('town/src', 26))).toEqual(['town/src has 26 source files, more than 25'])
  })

  test('the verbs of a service may be as many as its requests, and tests are not counted', () => {
    expect(crowdedFolders(folder('services/lottery/src/verbs', 40))).toEqual([])
    expect(crowdedFolders(folder('libs/calendar/src', 40, '.test.ts'))).toEqual([])
  })
})

function sources(files: Files) {
  return Object.entries(files).map(([path, text]) => ({ path, text }))
}
