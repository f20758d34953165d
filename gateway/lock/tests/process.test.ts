import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  everyLock,
  Held,
  lockTopic,
  Presence,
  Reported,
  readDocument,
} from '@asaichi/contract/lock/topics.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { freePort } from '@asaichi/servers/tcp-port.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { connect, type MqttClient } from 'mqtt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { desiredSet, NINE, SITE } from './gateway-bed.ts'

const ROOM = 'hall-room-1'
const master = Buffer.alloc(32, 42)
const gatewayMain = new URL('../src/main.ts', import.meta.url).pathname
const lockMain = new URL('../../../town/src/virtual-lock/main.ts', import.meta.url).pathname

let folder: string
let mqttPort: number
let keypadPort: number
let children: ChildProcess[]
let cloud: MqttClient
let heard: { held: Held[]; reported: Reported[]; presence: Presence[] }
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-processes-'))
  mqttPort = await freePort()
  keypadPort = await freePort()
  children = []
  connectCloud()
  const devices = [{ lockId: ROOM, site: SITE, passwordHash: passwordHash(lockPassword(master, ROOM)) }]
  await writeFile(join(folder, 'devices.json'), JSON.stringify(devices))
})
afterEach(async () => {
  await cloud.endAsync(true)
  for (const child of children) await stop(child, 'SIGKILL')
  await rm(folder, { recursive: true })
})

function start(main: string, env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', TOWN_CLOCK: 'movable', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.push(child)
  return child
}
function startGatewayProcess(): ChildProcess {
  return start(gatewayMain, {
    MQTT_PORT: String(mqttPort),
    DEVICES_FILE: join(folder, 'devices.json'),
    DATA_DIR: join(folder, 'gateway'),
    CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(master)),
  })
}
function startLockProcess(): ChildProcess {
  return start(lockMain, {
    LOCK_ID: ROOM,
    SITE_ID: SITE,
    DOOR_NAME: '1階洋室',
    MQTT_URL: `mqtt://127.0.0.1:${mqttPort}`,
    MQTT_PASSWORD: lockPassword(master, ROOM),
    LOCK_KEY: lockKey(master, ROOM).toString('hex'),
    HTTP_PORT: String(keypadPort),
    DATA_DIR: join(folder, ROOM),
  })
}
async function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(9_000) })
  child.kill(signal)
  await ended
  return child.exitCode
}
function connectCloud(): void {
  heard = { held: [], reported: [], presence: [] }
  cloud = connect(`mqtt://127.0.0.1:${mqttPort}`, {
    clientId: 'cloud',
    username: 'cloud',
    password: cloudPassword(master),
    reconnectPeriod: 50,
    resubscribe: false,
  })
  cloud.on('error', () => {})
  cloud.on('message', (topic, payload) => {
    if (topic.endsWith('/held')) heard.held.push(...parsed(Held, payload))
    if (topic.endsWith('/reported')) heard.reported.push(...parsed(Reported, payload))
    if (topic.endsWith('/presence')) heard.presence.push(...parsed(Presence, payload))
  })
  const filters = [everyLock('held'), everyLock('reported'), everyLock('presence')]
  cloud.on('connect', () => cloud.subscribe(filters, { qos: 1 }, () => {}))
}
function parsed<S extends z.ZodType>(schema: S, payload: Uint8Array): readonly z.output<S>[] {
  const document = readDocument(schema, payload)
  return document === undefined ? [] : [document]
}
function send(rev: number, digits: string): void {
  const set = desiredSet(ROOM, { rev }, [{ digits }])
  cloud.publish(lockTopic({ site: SITE, lock: ROOM }, 'desired'), JSON.stringify(set), { qos: 1 })
}
function highestRev(held: readonly Held[]): number {
  return Math.max(0, ...held.map(each => (each.status === 'held' ? each.rev : 0)))
}
async function pressAll(keys: readonly string[]): Promise<unknown> {
  let state: unknown
  for (const key of keys) {
    const response = await fetch(`http://127.0.0.1:${keypadPort}/keypad/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    })
    state = await response.json()
  }
  return state
}

test('gateway and lock as processes: a code set by the cloud opens the door, and a stop says goodbye', async () => {
  const gateway = startGatewayProcess()
  await cloud.publishAsync(`ekey/v1/${SITE}/gw/time`, JSON.stringify({ offsetMs: 0, heldAt: NINE }), {
    qos: 1,
  })
  const lock = startLockProcess()
  send(1, '062915')
  await eventually(() => expect(heard.reported.at(-1)).toMatchObject({ rev: 1 }))
  await eventually(async () => {
    const opened = await pressAll(['square', 'square', '0', '6', '2', '9', '1', '5', 'E'])
    expect(opened).toMatchObject({ locked: false, lastResult: { status: 'open', at: NINE } })
  })
  expect(await stop(lock, 'SIGTERM')).toBe(0)
  await eventually(() => expect(heard.presence.at(-1)).toMatchObject({ state: 'offline' }))
  expect(await stop(gateway, 'SIGTERM')).toBe(0)
})

test('a gateway killed while sets pour in comes back with at least every set it called held', async () => {
  let rev = 0
  for (let round = 0; round < 3; round += 1) {
    const gateway = startGatewayProcess()
    const before = highestRev(heard.held)
    for (let burst = 0; burst < 40; burst += 1) send((rev += 1), '062915')
    await eventually(() => expect(highestRev(heard.held)).toBeGreaterThan(before + 5))
    await stop(gateway, 'SIGKILL')
    const promised = highestRev(heard.held)
    heard.held.length = 0
    const again = startGatewayProcess()
    await eventually(() => expect(highestRev(heard.held)).toBeGreaterThan(0))
    const first = heard.held.find(each => each.status === 'held')
    expect(first?.rev).toBeGreaterThanOrEqual(promised)
    await stop(again, 'SIGTERM')
  }
})

test('after a power cut a lock that does not come back is offline, though no will was published', async () => {
  const gateway = startGatewayProcess()
  const lock = startLockProcess()
  await eventually(() => expect(heard.presence.at(-1)).toMatchObject({ state: 'online' }))
  await stop(gateway, 'SIGKILL')
  await stop(lock, 'SIGKILL')
  startGatewayProcess()
  await eventually(() => expect(heard.presence.at(-1)).toMatchObject({ state: 'offline' }))
})

test('a gateway told nonsense ends with one line that says what', async () => {
  const child = spawn(process.execPath, [gatewayMain], {
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'exit')
  expect(child.exitCode).toBe(78)
  expect(said).toMatch(/^Environment not usable: .*DEVICES_FILE.*\n$/)
})
