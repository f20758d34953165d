import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, onTestFinished, test } from 'vitest'

const START = path.resolve(import.meta.dirname, 'fixtures/start-without-database.ts')

test('a town whose database is gone when its bus is there says so and ends', async () => {
  const town = spawn(process.execPath, [START, await ownFolder()], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void town.kill('SIGKILL'))
  const said: string[] = []
  town.stdout.on('data', chunk => said.push(String(chunk)))
  await once(town, 'exit')
  expect(said.join('')).toContain('not started')
})
