import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'

const LOGGING = new URL('./fixtures/logging.ts', import.meta.url).pathname
const Line = z.looseObject({ msg: z.string(), time: z.iso.datetime({ precision: 3 }) })

let output: string
let lines: ReadonlyMap<string, z.output<typeof Line>>
beforeAll(async () => {
  output = (await promisify(execFile)(process.execPath, [LOGGING])).stdout
  const parsed = output
    .trimEnd()
    .split('\n')
    .map(line => Line.parse(JSON.parse(line)))
  lines = new Map(parsed.map(line => [line.msg, line]))
})

test('no line has a person’s data or a secret, at any depth', () => {
  expect(output).not.toMatch(/hana|山田|090-|1990|hidden-\d/)
  expect(lines.get('flat')).toMatchObject({ name: '[masked]', password: '[masked]', personId: 'shown-id' })
  expect(lines.get('nested')).toMatchObject({ body: { token: '[masked]', deep: { code: '[masked]' } } })
})

test('an error of a driver or a parser keeps its kind and code and loses its words; others keep them', () => {
  expect(lines.get('row')).toMatchObject({ err: { type: 'Error', errorCode: '23505' } })
  expect(lines.get('row')).not.toHaveProperty('err.message')
  expect(lines.get('parser')).toMatchObject({ err: { type: 'SyntaxError' } })
  expect(lines.get('parser')).not.toHaveProperty('err.message')
  expect(lines.get('plain')).toMatchObject({ err: { message: 'said plainly' } })
  expect(lines.get('plain')).toHaveProperty('err.stack.0', expect.stringContaining('logging.ts'))
})

test('a line names its process, its time and the trace it belongs to, and keeps to the level', () => {
  expect(lines.get('traced')).toMatchObject({
    process: 'logging',
    traceId: '0af7651916cd43dd8448eb211c80319c',
  })
  expect(lines.get('flat')).not.toHaveProperty('traceId')
  expect([...lines.keys()]).not.toContain('below the level')
})
