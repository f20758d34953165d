import { readFileSync } from 'node:fs'
import path from 'node:path'
import { METRICS } from '@asaichi/service/metric-list.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { AROUND, environmentDocument, PROCESSES } from '../environment/document.ts'
import { figuresDocument } from '../environment/figures.ts'
import { sectionOf } from '../environment/table.ts'
import { filesOf } from '../repository.ts'

const OF_THE_SYSTEM = new Set(['PATH', 'npm_lifecycle_event'])
const sources = filesOf('{libs,services,gateway,bridge,town,city,deploy,bench,load-tests}/**/*.{ts,mjs}')

test('docs/environment.md is what the schemas say (npm run env-table writes it)', () => {
  const written = readFileSync(path.resolve(import.meta.dirname, '../../docs/environment.md'), 'utf8')
  expect(written).toBe(environmentDocument())
})

test('docs/metrics.md is what the list of figures says (npm run env-table writes it)', () => {
  const written = readFileSync(path.resolve(import.meta.dirname, '../../docs/metrics.md'), 'utf8')
  expect(written).toBe(figuresDocument())
})

test('every figure of the list is counted somewhere', () => {
  const uncounted = Object.keys(METRICS).filter(
    name =>
      !sources.some(
        ({ path: file, text }) => /\/src\//.test(file) && new RegExp(`\\(\\s*'${name}'`).test(text),
      ),
  )
  expect(uncounted).toEqual([])
})

test('every process that parses its environment has a table', () => {
  const mains = sources.filter(
    ({ path: file, text }) => /\/src\/.*main\.ts$/.test(file) && text.includes('parseEnv('),
  )
  const tables = PROCESSES.filter(({ like }) => like !== undefined).length
  const ofEveryService = 1
  expect(mains.map(({ path: file }) => file)).toHaveLength(tables - ofEveryService)
})

test('what is read past a schema is in the table of the programs around', () => {
  const read = sources
    .filter(({ path: file }) => !file.includes('/fixtures/'))
    .flatMap(({ text }) => [...text.matchAll(/process\.env(?:\.|\[')(\w+)/g)].map(([, name = '']) => name))
    .filter(name => !OF_THE_SYSTEM.has(name))
  expect([...new Set(read)].filter(name => !(name in AROUND))).toEqual([])
})

test('planted: a variable without a word about it is refused', () => {
  expect(() => sectionOf({ title: 'a process', schema: z.object({ NEW: z.string() }) })).toThrow(
    'description',
  )
})

test('a secret, a default and a variable that must be set are told apart', () => {
  const schema = z.object({
    KEY: z.string().meta({ description: 'A key.', secret: true }),
    PORT: z.coerce.number().default(80).describe('A port.'),
    FILE: z.string().optional().describe('A | file.'),
    OLD: z.string().describe('Told elsewhere.'),
  })
  expect(
    sectionOf({ title: 'a process', schema, like: schema.pick({ OLD: true }) })
      .split('\n')
      .slice(4),
  ).toEqual([
    '| `KEY` | **refused** | **Secret.** A key. |',
    '| `PORT` | `80` | A port. |',
    '| `FILE` | – | A \\| file. |',
  ])
})
