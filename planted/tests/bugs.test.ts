import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { bugs } from '../bugs/all.ts'
import { root } from '../copy-of-repository.ts'

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

test.each(bugs)(
  'the place of the mistake is there once, and so is its test: $mistake',
  ({ file, right, wrong, test: testFile, title }) => {
    expect(read(file).split(right)).toHaveLength(2)
    expect(wrong).not.toBe(right)
    expect(read(testFile)).toContain(title)
  },
)

test('no two mistakes are one', () => {
  const written = bugs.map(({ file, right, wrong, test: testFile }) =>
    [file, right, wrong, testFile].join('\n'),
  )
  expect(new Set(written).size).toBe(bugs.length)
})
