import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { filesOf } from '../repository.ts'

const rules = textOf('docs/rules.md')
const defined = [...rules.matchAll(/^\| ([SMGV]\d+) \|/gm)].map(([, id]) => id)
const unbuilt = [...rules.matchAll(/^\| ([SMGV]\d+) \|.*\| not yet \|/gm)].map(([, id]) => id)
const met = [...rules.matchAll(/^\| \*\*([SMGV]\d+)\*\* \| (.+?) \| (.+) \|$/gm)].map(
  ([, id = '', screens = '', requests = '']) => ({ id, screens, requests }),
)

test('every rule says once where a person meets it and where a program does', () => {
  expect(defined.length).toBeGreaterThan(60)
  expect(met.map(({ id }) => id)).toEqual(defined)
})

test('each screen named there is one that the matrix of screens visits', () => {
  const visited = new Set(textOf('gateway/web/tests/states/state.ts').match(/(?<=^ {2})[RTKLX]\d+(?=: \{)/gm))
  const named = met.flatMap(({ screens }) => screens.match(/\b[RTKLX]\d+\b/g) ?? [])
  expect(named.filter(id => !visited.has(id))).toEqual([])
  expect(met.filter(({ screens }) => !/\b[RTKLX]\d+\b|^– \S/.test(screens))).toEqual([])
})

test('each request named there is a route of the gateway', () => {
  const served = new Set(filesOf('gateway/api/src/routes/**/*.ts').flatMap(({ text }) => routesIn(text)))
  const named = met.flatMap(({ requests }) => requests.match(/(?<=`)[A-Z]+ \/[^`]+/g) ?? [])
  expect(served.size).toBeGreaterThan(100)
  expect(named.filter(request => !served.has(request))).toEqual([])
  expect(met.filter(({ requests }) => !/`[A-Z]+ \/api|^– \S/.test(requests))).toEqual([])
})

test('what no screen or no request shows is what the rules call not yet, and the keypad', () => {
  const missing = met.filter(({ screens, requests }) => screens.startsWith('–') || requests.startsWith('–'))
  expect(missing.map(({ id }) => id)).toEqual(['M27', ...unbuilt])
})

function routesIn(text: string): readonly string[] {
  return [...text.matchAll(/method: '(\w+)',\s+path: '(\/api[^']*)'/g)].map(
    ([, method = '', at = '']) => `${method.toUpperCase()} ${at}`,
  )
}

function textOf(file: string): string {
  return readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')
}
