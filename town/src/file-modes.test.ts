import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openLog } from '@asaichi/servers/processes/log-file.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { expect, test } from 'vitest'
import { gatewayCredentials } from './demo-locks.ts'

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777
}

test('P13: logs and the locks’ devices file are for nobody else to read, also where they were', async () => {
  const dir = await ownFolder()
  const log = path.join(dir, 'logs', 'identity.log')
  const before = path.join(dir, 'devices.json')
  await writeFile(before, '[]', { mode: 0o644 })
  await using _log = await openLog(log)
  const { DEVICES_FILE } = await gatewayCredentials(dir, '5e'.repeat(32))
  expect(DEVICES_FILE).toBe(before)
  expect([await modeOf(log), await modeOf(before)]).toEqual([0o600, 0o600])
})
