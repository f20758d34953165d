import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { credentials } from '@asaichi/bus/link.ts'
import { natsUsers } from '@asaichi/bus/nats-users.ts'
import { newSeed } from '@asaichi/bus/nkeys.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { expect, onTestFinished, test } from 'vitest'
import { startNats } from '../src/nats-server.ts'
import type { OwnedProcess } from '../src/processes/owned-process.ts'
import { freePort } from '../src/tcp-port.ts'

const seed = newSeed()

test('a stream survives a stop, a kill -9 and a folder with a space in its name', async () => {
  const dir = path.join(await ownFolder(), 'with space')
  const first = await started(dir)
  await withConnection(first.url, async connection => {
    const manager = await jetstreamManager(connection)
    await manager.streams.add({ name: 'kept', subjects: ['kept.>'] })
    await jetstream(connection).publish('kept.one')
  })
  await first.stop()
  const second = await started(dir)
  await withConnection(second.url, async connection => {
    await jetstream(connection).publish('kept.two')
  })
  process.kill(second.pid, 'SIGKILL')
  await second.stop()
  const third = await started(dir)
  await withConnection(third.url, async connection => {
    const manager = await jetstreamManager(connection)
    expect((await manager.streams.info('kept')).state.messages).toBe(2)
  })
})

test('a message may have 1 MB and no more, and only this machine is listened to', async () => {
  const port = await freePort()
  await started(await ownFolder(), port)
  const socket = net.connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  const [greeting] = await once(socket, 'data')
  expect(String(greeting)).toMatch(/^INFO .*"max_payload":1048576/)
  expect(String(greeting)).toContain('"host":"127.0.0.1"')
})

test('a taken port is one line', async () => {
  const port = await freePort()
  await started(await ownFolder(), port)
  await expect(started(await ownFolder(), port)).rejects.toThrow(/^Port \d+ for NATS is taken .+$/)
})

test('the settings are those of 2.9, which refuses to start over one it does not know', async () => {
  const dir = await ownFolder()
  await started(dir)
  const names = [
    ...(await readFile(path.join(dir, 'nats.conf'), 'utf8')).matchAll(/^ *(\w+):? |[{,] (\w+):/gm),
  ].map(([, top, inner]) => top ?? inner)
  expect(names).toEqual([
    'listen',
    'server_name',
    'max_payload',
    'jetstream',
    'store_dir',
    'max_memory_store',
    'max_file_store',
    'authorization',
    'timeout',
    'users',
    'nkey',
    'permissions',
  ])
  expect(existsSync(path.join(dir, 'jetstream'))).toBe(true)
})

async function started(dir: string, port?: number): Promise<OwnedProcess> {
  const nats = await startNats({
    dir,
    port: port ?? (await freePort()),
    users: natsUsers([['tester', seed]]),
  })
  onTestFinished(nats.stop)
  return nats
}

async function withConnection(
  url: string,
  work: (connection: Awaited<ReturnType<typeof connect>>) => Promise<void>,
): Promise<void> {
  const connection = await connect({
    ...credentials({ NATS_URL: url, NATS_SEED: seed }, 'tester'),
    reconnect: false,
  })
  try {
    await work(connection)
  } finally {
    await connection.close()
  }
}
