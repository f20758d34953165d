import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, onTestFinished, test } from 'vitest'

const START = path.resolve(import.meta.dirname, 'fixtures/start-without-database.ts')

test('a town whose database is not there says so and ends, whatever of it had started already', async () => {
  const nowhere = `postgres://nobody:nothing@127.0.0.1:${await freePort()}/none`
  const town = spawn(process.execPath, [START, await ownFolder(), nowhere], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void town.kill('SIGKILL'))
  const said: string[] = []
  town.stdout.on('data', chunk => said.push(String(chunk)))
  await once(town, 'exit')
  expect(said.join('')).toContain('not started: ECONNREFUSED')
})
