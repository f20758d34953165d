import { readdir } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { MAILS } from './all.ts'

test('D22: every mail is of the kind its file is named after, and none is forgotten', async () => {
  const files = await readdir(import.meta.dirname, { recursive: true })
  const written = files
    .map(file => basename(file))
    .filter(file => file.endsWith('.ts') && !/\.test\.ts$|^(all|mail)\.ts$/.test(file))
  expect([...MAILS.keys()].sort()).toEqual(written.map(file => file.replace('.ts', '')).sort())
})

test('B10, A1: no two kinds are called alike in the list of what was not delivered, in any language', () => {
  const names = [...MAILS.values()].flatMap(({ name }) => Object.entries(name).map(each => each.join(' ')))
  expect(new Set(names).size).toBe(names.length)
})
