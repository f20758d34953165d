import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { Aedes } from 'aedes'
import { z } from 'zod'
import { toolFolder } from '../families.ts'
import type { Happened, Held } from '../radio.ts'

const BASE = 'zigbee2mqtt'
const Told = z.object({
  id: z.int().optional(),
  lock: z.int(),
  pins: z.record(z.string(), z.object({ digits: z.string(), status: z.int() })),
})
const Devices = z.array(z.looseObject({ type: z.string(), interview_completed: z.boolean().optional() }))
type Order = { readonly lock: number; readonly isAwake?: boolean; readonly happened?: Happened }
export type ZigbeeLock = {
  readonly ieee: string
  readonly users: number
  /** A code that stood on it before us. */
  readonly foreign?: { readonly slot: number; readonly digits: string }
}
export type Zigbee2mqttOptions = {
  readonly locks: readonly ZigbeeLock[]
  readonly folder: string
  /** Of its broker; 0 takes any free one. */
  readonly port?: number
  /** Everything it prints, and everything on its bus. */
  readonly hear?: {
    readonly printed: (text: string) => void
    readonly bus: (topic: string, text: string) => void
  }
}

/** The unmodified program over simulated locks, with a broker of its own. */
export type Zigbee2mqtt = {
  readonly url: string
  /** What a lock holds after an order. */
  readonly tell: (order: Order) => Promise<ReadonlyMap<number, Held>>
  readonly held: (lock: number) => ReadonlyMap<number, Held>
  readonly isRunning: () => boolean
  /** Resolves when every lock has been interviewed; rejects when the program ends before. */
  readonly met: Promise<void>
} & AsyncDisposable

export async function startZigbee2mqtt(options: Zigbee2mqttOptions): Promise<Zigbee2mqtt> {
  const { locks, folder, hear } = options
  await using opened = new AsyncDisposableStack()
  const broker = await Aedes.createBroker()
  const server = createServer(broker.handle)
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  opened.defer(async () => {
    await new Promise<void>(resolve => broker.close(resolve))
    server.close()
  })
  const met = Promise.withResolvers<void>()
  // Who does not wait for it need not hear of its failure.
  met.promise.catch(() => undefined)
  broker.on('publish', ({ topic, payload }) => {
    hear?.bus(topic, payload.toString())
    if (topic === `${BASE}/bridge/devices` && countMet(payload.toString()) === locks.length) met.resolve()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no TCP address')
  const url = `mqtt://127.0.0.1:${address.port}`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'configuration.yaml'), JSON.stringify(configuration(url)))
  const child = start(locks, folder)
  child.once('exit', () => met.reject(new Error('zigbee2mqtt ended')))
  opened.defer(() => ended(child))
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => hear?.printed(chunk.toString()))
  const { tell, held } = talkWith(child)
  const resources = opened.move()
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return {
    url,
    tell,
    held,
    isRunning,
    met: met.promise,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

function countMet(text: string): number {
  const devices = Devices.safeParse(JSON.parse(text)).data ?? []
  return devices.filter(each => each.type !== 'Coordinator' && each.interview_completed === true).length
}

function start(locks: readonly ZigbeeLock[], folder: string): ChildProcess {
  const home = path.join(toolFolder('zigbee'), 'node_modules/zigbee2mqtt')
  const simulated = locks.map(({ ieee, users, foreign }) => ({
    ieee,
    users,
    vendor: 'Schlage',
    model: 'BE468',
    pins: foreign ? { [foreign.slot]: { digits: foreign.digits, status: 1 } } : {},
  }))
  return fork(path.join(home, 'cli.js'), [], {
    cwd: folder,
    execArgv: ['--import', path.join(import.meta.dirname, 'fake-radio.mjs')],
    env: {
      PATH: process.env['PATH'],
      // In a folder of some git work tree it takes that tree's commit for its own and begins to build itself.
      GIT_CEILING_DIRECTORIES: path.dirname(folder),
      ZIGBEE2MQTT_DATA: folder,
      ZIGBEE2MQTT_HOME: home,
      FAKE_LOCKS: JSON.stringify(simulated),
      Z2M_ONBOARD_NO_SERVER: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

function configuration(server: string) {
  return {
    version: 5,
    mqtt: { base_topic: BASE, server },
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

function talkWith(child: ChildProcess): Pick<Zigbee2mqtt, 'tell' | 'held'> {
  const held = new Map<number, ReadonlyMap<number, Held>>()
  const waiting = new Map<number, (pins: ReadonlyMap<number, Held>) => void>()
  let last = 0
  child.on('message', message => {
    const told = Told.safeParse(message).data
    if (!told) return
    const pins = new Map(
      Object.entries(told.pins).map(([slot, { digits, status }]) => [
        Number(slot),
        { digits, isOn: status === 1 },
      ]),
    )
    held.set(told.lock, pins)
    if (told.id === undefined) return
    waiting.get(told.id)?.(pins)
    waiting.delete(told.id)
  })
  return {
    held: lock => held.get(lock) ?? new Map(),
    tell: order =>
      new Promise(resolve => {
        last += 1
        waiting.set(last, resolve)
        child.send({ ...order, id: last })
      }),
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}
