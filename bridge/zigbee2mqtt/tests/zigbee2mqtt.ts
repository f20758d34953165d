import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Truth } from '@asaichi/lock-driver/contract/subject.ts'
import { repositoryRoot } from '@asaichi/servers/folders.ts'
import { Aedes } from 'aedes'
import { z } from 'zod'

const HOME = path.join(repositoryRoot, '.town/tools/zigbee2mqtt/node_modules/zigbee2mqtt')
export const isInstalled = existsSync(path.join(HOME, '../../complete'))

const Told = z.object({
  id: z.int(),
  pins: z.record(z.string(), z.object({ digits: z.string(), status: z.int() })),
})
type Order = { readonly lock: number; readonly isAwake?: boolean; readonly openedBy?: number }
export type SimulatedLock = {
  readonly ieee: string
  readonly users: number
  readonly foreign: { readonly slot: number; readonly digits: string }
}

/** The unmodified program over simulated locks, with a broker of its own. */
export type Zigbee2mqtt = {
  readonly url: string
  readonly tell: (order: Order) => Promise<ReadonlyMap<number, Truth>>
  /** Everything it printed, and everything on its bus by topic. */
  readonly log: readonly string[]
  readonly bus: readonly { readonly topic: string; readonly text: string }[]
} & AsyncDisposable

export async function startZigbee2mqtt(
  locks: readonly SimulatedLock[],
  folder: string,
): Promise<Zigbee2mqtt> {
  await using opened = new AsyncDisposableStack()
  const bus: { topic: string; text: string }[] = []
  const broker = await Aedes.createBroker()
  const server = createServer(broker.handle)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  opened.defer(async () => {
    await new Promise<void>(resolve => broker.close(resolve))
    server.close()
  })
  broker.on('publish', ({ topic, payload }) => void bus.push({ topic, text: payload.toString() }))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  const url = `mqtt://127.0.0.1:${address.port}`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'configuration.yaml'), JSON.stringify(configuration(url)))
  const child = start(locks, folder)
  opened.defer(() => ended(child))
  const log: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void log.push(chunk.toString()))
  const resources = opened.move()
  return { url, log, bus, tell: teller(child), [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

function start(locks: readonly SimulatedLock[], folder: string): ChildProcess {
  const simulated = locks.map(({ ieee, users, foreign }) => ({
    ieee,
    users,
    vendor: 'Schlage',
    model: 'BE468',
    pins: { [foreign.slot]: { digits: foreign.digits, status: 1 } },
  }))
  return fork(path.join(HOME, 'cli.js'), [], {
    // In a folder of some git work tree it takes that tree's commit for its own and begins to build itself.
    cwd: folder,
    execArgv: ['--import', path.join(import.meta.dirname, 'fake-radio.mjs')],
    env: {
      PATH: process.env['PATH'],
      ZIGBEE2MQTT_DATA: folder,
      ZIGBEE2MQTT_HOME: HOME,
      FAKE_LOCKS: JSON.stringify(simulated),
      Z2M_ONBOARD_NO_SERVER: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

function configuration(server: string) {
  return {
    version: 5,
    mqtt: { base_topic: 'zigbee2mqtt', server },
    serial: { port: '/dev/null', adapter: 'ember' },
    frontend: { enabled: false },
    homeassistant: { enabled: false },
    availability: { enabled: false },
    advanced: {
      log_level: 'info',
      log_output: ['console'],
      channel: 11,
      pan_id: 6_754,
      network_key: Array.from({ length: 16 }, (_, index) => index),
      ext_pan_id: Array.from({ length: 8 }, () => 221),
    },
  }
}

function teller(child: ChildProcess): Zigbee2mqtt['tell'] {
  const waiting = new Map<number, (pins: ReadonlyMap<number, Truth>) => void>()
  let last = 0
  child.on('message', message => {
    const told = Told.safeParse(message).data
    if (!told) return
    const pins = Object.entries(told.pins).map(
      ([slot, { digits, status }]) => [Number(slot), { digits, isOn: status === 1 }] as const,
    )
    waiting.get(told.id)?.(new Map(pins))
    waiting.delete(told.id)
  })
  return order =>
    new Promise(resolve => {
      last += 1
      waiting.set(last, resolve)
      child.send({ ...order, id: last })
    })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
