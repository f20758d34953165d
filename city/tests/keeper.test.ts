import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { credentials } from '@asaichi/bus/link.ts'
import { ALL_SERVICES } from '@asaichi/contract/town/town.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { RestartableNats } from '@asaichi/testkit/restartable-nats.ts'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { expect, onTestFinished, test } from 'vitest'

const MAIN = new URL('../src/keeper/main.ts', import.meta.url).pathname

test('E8: the keeper sets the streams up, again after a wiped bus, and ends in order', async () => {
  await using nats = await RestartableNats.open()
  const keeper = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...nats.envOf('keeper'), HEALTH_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void keeper.kill('SIGKILL'))
  await eventually(async () => expect(await streams(nats)).toHaveLength(ALL_SERVICES.length))
  await nats.restart({ wipe: true })
  await eventually(async () => expect(await streams(nats)).toHaveLength(ALL_SERVICES.length))
  keeper.kill('SIGTERM')
  expect((await once(keeper, 'exit'))[0]).toBe(0)
})

async function streams(nats: RestartableNats): Promise<readonly string[]> {
  const connection = await connect({ ...credentials(nats.envOf('tester'), 'tester'), timeout: 5_000 })
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false })
    return (await manager.streams.list().next()).map(({ config }) => config.name)
  } finally {
    await connection.close()
  }
}
