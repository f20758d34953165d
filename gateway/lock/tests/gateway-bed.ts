import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Key } from '@asaichi/contract/lock/keypad.ts'
import {
  type Desired,
  everyLock,
  Held,
  type LockLeaf,
  lockTopic,
  parseLockTopic,
  readDocument,
} from '@asaichi/contract/lock/topics.ts'
import { setDigest } from '@asaichi/lock-protocol/digest.ts'
import { keyedHash, sealCode } from '@asaichi/lock-protocol/envelope.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { type Clock, createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import {
  startVirtualLock,
  type VirtualLock,
  type VirtualLockOptions,
} from '@asaichi/town/virtual-lock/virtual-lock.ts'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import type { z } from 'zod'
import { type Gateway, startGateway } from '../src/gateway.ts'

export const SITE = 'hall'
export const LOCKS = ['hall-entrance', 'hall-room-1', 'hall-room-2'] as const
const master = Buffer.alloc(32, 42)

/** A gateway on a real port with its own folder; `restart` is a stop and a start on the same folder and port. */
export type GatewayBed = {
  readonly clock: Clock
  readonly folder: string
  readonly gateway: () => Gateway
  readonly url: () => string
  readonly stop: () => Promise<void>
  readonly restart: () => Promise<void>
  readonly writeDevices: (locks: readonly string[], passwordOf?: (lock: string) => string) => Promise<void>
  readonly writeRows: (rows: readonly object[]) => Promise<void>
  readonly client: (options: IClientOptions) => MqttClient
  readonly lock: (lockId: string, options?: Partial<VirtualLockOptions>) => Promise<VirtualLock>
} & AsyncDisposable

/** `heldAt`: the moment at which its clock stands still. */
export async function startGatewayBed(heldAt?: string): Promise<GatewayBed> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-lock-'))
  const clock = createClock('movable')
  if (heldAt !== undefined) clock.set({ offsetMs: 0, heldAt })
  const log = createLog('test', 'silent')
  const opened = new AsyncDisposableStack()
  const devicesFile = join(folder, 'devices.json')
  const writeRows = (rows: readonly object[]) => writeFile(devicesFile, JSON.stringify(rows))
  const writeDevices: GatewayBed['writeDevices'] = (
    locks,
    passwordOf = lockId => lockPassword(master, lockId),
  ) =>
    writeRows(locks.map(lockId => ({ lockId, site: SITE, passwordHash: passwordHash(passwordOf(lockId)) })))
  await writeDevices(LOCKS)
  const start = (port: number) =>
    startGateway(
      {
        MQTT_HOST: '127.0.0.1',
        MQTT_PORT: port,
        DEVICES_FILE: devicesFile,
        DATA_DIR: join(folder, 'gateway'),
        CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(master)),
        CONNECTIONS_MAX: 50,
      },
      { clock, log },
    )
  let gateway = await start(0)
  let isRunning = true
  const stop = async () => {
    if (isRunning) await gateway[Symbol.asyncDispose]()
    isRunning = false
  }
  const track = (client: MqttClient) => {
    opened.defer(() => closeClient(client))
    return client
  }
  const url = () => `mqtt://127.0.0.1:${gateway.port}`
  return {
    clock,
    folder,
    gateway: () => gateway,
    url,
    stop,
    async restart() {
      await stop()
      gateway = await start(gateway.port)
      isRunning = true
    },
    writeDevices,
    writeRows,
    client: options => track(connect(url(), { ...quickClient, ...options })),
    async lock(lockId, options = {}) {
      const lock = await startVirtualLock({
        lockId,
        site: SITE,
        mqttUrl: url(),
        key: lockKey(master, lockId),
        password: lockPassword(master, lockId),
        dataDir: join(folder, lockId),
        log,
        ...options,
      })
      return opened.use(lock)
    },
    async [Symbol.asyncDispose]() {
      await opened.disposeAsync()
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}

const quickClient: IClientOptions = {
  protocolVersion: 4,
  clean: true,
  reconnectPeriod: 0,
  connectTimeout: 5_000,
}

async function closeClient(client: MqttClient): Promise<void> {
  client.on('error', () => {})
  await client.endAsync(true).catch(() => undefined)
}

/** Waits for the client's next `connect` or `close`; its errors are expected by whoever waits for a close. */
export function next(client: MqttClient, event: 'connect' | 'close', deadlineMs = 7_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} in time`)), deadlineMs)
    client.on('error', () => {})
    client.once(event, () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Connects as a lock with its own credential, or with what the test puts in its place. */
export function lockClient(bed: GatewayBed, lockId: string, over: IClientOptions = {}): MqttClient {
  return bed.client({ clientId: lockId, username: lockId, password: lockPassword(master, lockId), ...over })
}

export type CloudMessage = {
  readonly leaf: LockLeaf
  readonly lock: string
  readonly payload: Buffer
  readonly retain: boolean
}
export type Cloud = {
  readonly client: MqttClient
  readonly messages: readonly CloudMessage[]
  readonly publish: (lock: string, leaf: LockLeaf, document: unknown) => Promise<unknown>
  /** Documents of one leaf and lock, oldest first. */
  readonly heard: <S extends z.ZodType>(schema: S, lock: string, leaf: LockLeaf) => readonly z.output<S>[]
  readonly held: (lock: string) => Held | undefined
}

/** The lock service as the gateway sees it, subscribed to everything the locks say. */
export async function connectCloud(bed: GatewayBed, over: IClientOptions = {}): Promise<Cloud> {
  const client = bed.client({
    clientId: 'cloud',
    username: 'cloud',
    password: cloudPassword(master),
    reconnectPeriod: 100,
    ...over,
  })
  const messages: CloudMessage[] = []
  client.on('message', (topic, payload, { retain }) => {
    const parsed = parseLockTopic(topic)
    if (parsed?.of === 'lock') messages.push({ leaf: parsed.leaf, lock: parsed.lock, payload, retain })
  })
  await next(client, 'connect')
  await client.subscribeAsync(
    (['held', 'reported', 'presence', 'event', 'cmd/res'] as const).map(leaf => everyLock(leaf)),
    { qos: 1 },
  )
  const heard: Cloud['heard'] = (schema, lock, leaf) =>
    messages
      .filter(message => message.lock === lock && message.leaf === leaf)
      .flatMap(({ payload }) => readDocument(schema, payload) ?? [])
  return {
    client,
    messages,
    publish: (lock, leaf, document) =>
      client.publishAsync(lockTopic({ site: SITE, lock }, leaf), JSON.stringify(document), { qos: 1 }),
    heard,
    held: lock => heard(Held, lock, 'held').at(-1),
  }
}

export type CodeSpec = Partial<Omit<Desired['codes'][number], 'ct' | 'len'>> & { readonly digits: string }
export const NINE = '2024-12-01T00:00:00.000Z'
export const HALF_PAST_NINE = '2024-12-01T00:30:00.000Z'

/** A set as the lock service makes it: sealed for this lock, with the digest both ends compute. */
export function desiredSet(
  lockId: string,
  mark: { readonly rev: number; readonly epoch?: number },
  codes: readonly CodeSpec[],
): Desired {
  const key = lockKey(master, lockId)
  const epoch = mark.epoch ?? 1
  const entries = codes.map(
    ({ digits, id = 'grant-1', kind = 'guest', windows = [{ from: NINE, to: HALF_PAST_NINE }] }) => ({
      id,
      kind,
      windows,
      len: digits.length,
      ct: sealCode(key, { lockId, epoch, codeId: id }, digits),
      hash: keyedHash(key, digits),
    }),
  )
  return {
    rev: mark.rev,
    epoch,
    digest: setDigest(entries),
    issuedAt: '2024-11-30T00:00:00.000Z',
    notAfter: '2024-12-31T00:00:00.000Z',
    zone: 'Asia/Tokyo',
    codes: entries.map(({ hash: _hash, ...code }) => code),
  }
}

/** Square twice, the digits, E: what stands on the keypad afterwards. */
export function enter(lock: VirtualLock, digits: string): string {
  for (const key of ['square', 'square', ...digits.split(''), 'E']) lock.press(Key.parse(key))
  const result = lock.state().lastResult
  return result?.status === 'denied' ? result.reason : (result?.status ?? 'nothing')
}
