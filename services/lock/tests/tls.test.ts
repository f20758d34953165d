import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createConnection } from 'node:net'
import path from 'node:path'
import { connect as handshake } from 'node:tls'
import { everyLock } from '@asaichi/contract/lock/topics.ts'
import { gatewayEnv } from '@asaichi/gateway-lock/config.ts'
import { startGateway } from '@asaichi/gateway-lock/gateway.ts'
import { cloudPassword, lockKey, lockPassword, passwordHash } from '@asaichi/lock-protocol/lock-keys.ts'
import { createClock } from '@asaichi/service/clock.ts'
import { createLog } from '@asaichi/service/log.ts'
import { type Issued, newAuthority } from '@asaichi/testkit/authority.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { ownFolder } from '@asaichi/testkit/own-folder.ts'
import { startVirtualLock } from '@asaichi/town/virtual-lock/virtual-lock.ts'
import { expect, onTestFinished, test } from 'vitest'
import { config as lockEnv } from '../src/config.ts'
import { connectGateway } from '../src/mqtt/gateway-link.ts'

const master = Buffer.alloc(32, 42)
const log = createLog('test', 'silent')
const DOOR = 'hall-room-1'

test('lock service and lock speak sealed with a gateway somebody they trust vouches for, and with no other', async () => {
  const dir = await ownFolder()
  const authority = await newAuthority(dir)
  const stranger = await newAuthority(dir)
  const warnings = countingLog()
  const { port } = await startSealed(dir, await authority.issue('gateway'), warnings.log)
  const url = `mqtts://localhost:${port}`
  const trusting = linkTo(url, authority.ca)
  const misled = linkTo(url, stranger.ca)
  const door = await doorAt(path.join(dir, 'door'), url, authority.ca)
  const misledDoor = await doorAt(path.join(dir, 'misled'), url, stranger.ca)
  await eventually(() => {
    expect(trusting.link.isUp()).toBe(true)
    expect(door.state()).toMatchObject({ online: true })
    expect(misled.warnings.said).toBeGreaterThan(0)
  })
  expect(misled.link.isUp()).toBe(false)
  expect(misledDoor.state()).toMatchObject({ online: false })
  const before = warnings.said
  const inClear = linkTo(`mqtt://localhost:${port}`)
  await eventually(() => expect(warnings.said).toBeGreaterThan(before))
  expect(inClear.link.isUp()).toBe(false)
})

test('a renewed certificate is shown to who connects next, and half of one changes nothing', async () => {
  const dir = await ownFolder()
  const authority = await newAuthority(dir)
  const shown = { ...(await authority.issue('first')) }
  const warnings = countingLog()
  const { port } = await startSealed(dir, shown, warnings.log)
  expect(await nameShown(port, authority.ca)).toBe('first')
  const next = await authority.issue('second')
  await copyFile(next.cert, shown.cert)
  await eventually(() => expect(warnings.said).toBeGreaterThan(0))
  expect(await nameShown(port, authority.ca)).toBe('first')
  await copyFile(next.key, shown.key)
  await eventually(async () => expect(await nameShown(port, authority.ca)).toBe('second'))
})

test('who connects and never makes a handshake is ended with the gateway', async () => {
  const dir = await ownFolder()
  const gateway = await startSealed(dir, await (await newAuthority(dir)).issue('gateway'))
  const socket = createConnection({ port: gateway.port, host: '127.0.0.1' }).on('error', () => undefined)
  const closed = new Promise(resolve => socket.once('close', resolve))
  await new Promise(resolve => socket.once('connect', resolve))
  await gateway[Symbol.asyncDispose]()
  await closed
})

test('what is half said about TLS is refused at the start', () => {
  const half = gatewayEnv.safeParse({
    DEVICES_FILE: 'd',
    DATA_DIR: 'd',
    CLOUD_PASSWORD_HASH: 'a'.repeat(64),
    MQTT_TLS_CERT: 'c',
  })
  expect(half.error?.issues).toMatchObject([{ path: ['MQTT_TLS_KEY'] }])
  const clear = lockEnv.safeParse({
    DATABASE_URL: 'postgres://db/asaichi',
    NATS_URL: 'nats://nats:4222',
    NATS_SEED: `SU${'A'.repeat(56)}`,
    LOCK_MASTER_KEY: 'a'.repeat(64),
    MQTT_URL: 'mqtt://site:1883',
    MQTT_TLS_CA: 'ca.crt',
  })
  expect(clear.error?.issues).toMatchObject([{ path: ['MQTT_URL'] }])
})

async function startSealed(dir: string, { cert, key }: Issued, gatewayLog = log) {
  const devices = [{ lockId: DOOR, site: 'hall', passwordHash: passwordHash(lockPassword(master, DOOR)) }]
  const devicesFile = path.join(dir, 'devices.json')
  await writeFile(devicesFile, JSON.stringify(devices))
  const gateway = await startGateway(
    {
      MQTT_HOST: '127.0.0.1',
      MQTT_PORT: 0,
      MQTT_TLS_CERT: cert,
      MQTT_TLS_KEY: key,
      DEVICES_FILE: devicesFile,
      DATA_DIR: path.join(dir, 'gateway'),
      CLOUD_PASSWORD_HASH: passwordHash(cloudPassword(master)),
      CONNECTIONS_MAX: 50,
    },
    { clock: createClock('movable'), log: gatewayLog },
  )
  onTestFinished(() => gateway[Symbol.asyncDispose]())
  return gateway
}

function linkTo(url: string, caFile?: string) {
  const warnings = countingLog()
  const link = connectGateway({
    url,
    caFile,
    password: cloudPassword(master),
    filters: [everyLock('presence')],
    log: warnings.log,
    prepare: async () => undefined,
    onUp: () => undefined,
    receive: async () => undefined,
  })
  onTestFinished(() => link[Symbol.asyncDispose]())
  return { link, warnings }
}

function countingLog() {
  const warnings = { said: 0, log: log.child({}) }
  warnings.log.warn = () => {
    warnings.said += 1
  }
  return warnings
}

async function doorAt(dataDir: string, mqttUrl: string, caFile: string) {
  const lock = await startVirtualLock({
    lockId: DOOR,
    site: 'hall',
    mqttUrl,
    caFile,
    key: lockKey(master, DOOR),
    password: lockPassword(master, DOOR),
    dataDir,
    log,
  })
  onTestFinished(() => lock[Symbol.asyncDispose]())
  return lock
}

async function nameShown(port: number, caFile: string): Promise<unknown> {
  const socket = handshake({ port, host: 'localhost', ca: await readFile(caFile) })
  try {
    await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject))
    return socket.getPeerCertificate().subject.CN
  } finally {
    socket.destroy()
  }
}
