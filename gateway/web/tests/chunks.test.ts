import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedChunks } from '../chunks.ts'

const SOURCES = join(import.meta.dirname, '../src')

test('what many areas share has one chunk, texts and parts that come later have their own', () => {
  const groups = sharedChunks(SOURCES)
  const chunkOf = (file: string) => groups.find(group => group.test(join(SOURCES, file)))?.name
  expect(chunkOf('shell/page.tsx')).toBe('app')
  expect(chunkOf('ui/form/text-field.tsx')).toBe('forms')
  expect(chunkOf('i18n/ja/common.ts')).toBeUndefined()
  expect(chunkOf('screens/mine/my-page-screen.tsx')).toBeUndefined()
})

test('a shared folder that was renamed stops the build', () => {
  const empty = mkdtempSync(join(tmpdir(), 'asaichi-'))
  try {
    expect(() => sharedChunks(empty)).toThrow('chunks.ts names main.ts')
  } finally {
    rmSync(empty, { recursive: true })
  }
})
