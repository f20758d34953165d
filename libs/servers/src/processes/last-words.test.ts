import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lastWords } from './last-words.ts'

test.each([
  ['one plain line', 'up\n', 'up'],
  ['nothing', '', ''],
  [
    'an uncaught error of Node',
    `file:///x/main.ts:3\n  throw new Error('no')\n        ^\n\nError: no such table\n    at file:///x/main.ts:3:9 {\n  code: '42P01'\n}\n\nNode.js v26.10.0\n`,
    'Error: no such table',
  ],
  [
    'a log line with an error',
    `{"level":60,"name":"lock","err":{"type":"Error","message":"no route"},"msg":"could not start"}\n{"level":30,"msg":"bye"}\n`,
    'could not start: no route',
  ],
  ['a log line without one', '{"level":30,"msg":"started"}\n', 'started'],
])('of %s the last words are told', async (_, text, words) => {
  const dir = await mkdtemp(path.join(tmpdir(), 'asaichi-words-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  const file = path.join(dir, 'log')
  await writeFile(file, `Error: of an earlier life\n${text}`)
  expect(await lastWords(file, 'Error: of an earlier life\n'.length)).toBe(words)
})
