import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeAtomically } from '@asaichi/lock-protocol/atomic-file.ts'
import { expect, test } from 'vitest'

const writer = new URL('./endless-writer.ts', import.meta.url).pathname

test('kill -9 in the middle of a write leaves a whole document, the old one or the new one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'atomic-'))
  const path = join(folder, 'set.json')
  await writeAtomically(path, JSON.stringify(['old']))
  for (let round = 0; round < 8; round += 1) {
    const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const document: unknown = JSON.parse(await readFile(path, 'utf8'))
    expect(Array.isArray(document) && new Set(document).size).toBe(1)
  }
  await rm(folder, { recursive: true })
})
