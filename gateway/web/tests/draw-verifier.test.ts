import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifierInOneFile } from '../draw-verifier.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'asaichi-verifier-'))
  writeFileSync(join(folder, 'verify_draw.py'), verifierInOneFile())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('V1: the program that the site offers runs alone in a folder', () => {
  const { status, stdout, stderr } = python(['verify_draw.py', '--help'])
  expect(stderr).toBe('')
  expect([status, stdout]).toEqual([0, expect.stringContaining('--root')])
})

test('V1: it checks signatures of the beacon without a second file', () => {
  const known = `import verify_draw as v; print(v.is_signed(1000, "${'0'.repeat(96)}", v.QUICKNET["publicKey"]))`
  expect(python(['-c', known])).toMatchObject({ status: 0, stdout: 'False\n', stderr: '' })
})

test('V1: a record that is none is refused, not passed', () => {
  writeFileSync(join(folder, 'draw.json'), '{}')
  expect(python(['verify_draw.py', 'draw.json']).status).not.toBe(0)
})

function python(args: readonly string[]) {
  return spawnSync('python3', [...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 })
}
