import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { lockTopic, Presence, Reported } from '@asaichi/contract/lock-topics.ts'
import { lockPassword } from '@asaichi/lock-protocol/lock-keys.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import type { IClientOptions, MqttClient } from 'mqtt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Cloud,
  connectCloud,
  desiredSet,
  type Lab,
  LOCKS,
  lockClient,
  NINE,
  next,
  SITE,
  startLab,
} from './lab.ts'

const ME = 'hall-room-1'
const VICTIM = 'hall-room-2'
const mine = (leaf: Parameters<typeof lockTopic>[1]) => lockTopic({ site: SITE, lock: ME }, leaf)
const theirs = (leaf: Parameters<typeof lockTopic>[1]) => lockTopic({ site: SITE, lock: VICTIM }, leaf)
const presence = JSON.stringify({ state: 'online', boot: 'forged', at: NINE })

let lab: Lab
let cloud: Cloud
beforeEach(async () => {
  lab = await startLab()
  cloud = await connectCloud(lab)
})
afterEach(() => lab[Symbol.asyncDispose]())

async function connectedAsMe(): Promise<MqttClient> {
  const client = lockClient(lab, ME)
  await next(client, 'connect')
  return client
}
/** After the refused act: the victim's own documents are what the cloud sees, and the gateway serves on. */
async function expectNothingChanged(): Promise<void> {
  const victim = await lab.lock(VICTIM)
  await cloud.publish(VICTIM, 'desired', desiredSet(VICTIM, { rev: 1 }, []))
  await eventually(() => expect(victim.state()).toMatchObject({ rev: 1, online: true }))
  await eventually(() => expect(cloud.heard(Reported, VICTIM, 'reported').at(-1)?.rev).toBe(1))
  expect(cloud.messages.some(each => each.payload.includes('forged'))).toBe(false)
  const late = await connectCloud(lab, { clientId: 'cloud-late' })
  await eventually(() => expect(late.heard(Presence, VICTIM, 'presence').length).toBe(1))
  expect(late.messages.some(each => each.payload.includes('forged'))).toBe(false)
}
async function closed(client: MqttClient): Promise<void> {
  if (client.connected) await next(client, 'close')
  expect(client.connected).toBe(false)
}

describe('A82: a lock publishing outside its own topics is cut off and changes nothing', () => {
  test.each([
    ['another lock’s presence', theirs('presence'), true],
    ['another lock’s report', theirs('reported'), true],
    ['another lock’s event', theirs('event'), false],
    ['another lock’s set', theirs('desired'), true],
    ['its own set', mine('desired'), true],
    ['its own held', mine('held'), true],
    ['its own time', mine('time'), false],
    ['an acknowledgement of its own event', mine('event/ack'), false],
    ['the gateway’s presence', `ekey/v1/${SITE}/gw/presence`, true],
    ['the gateway’s time', `ekey/v1/${SITE}/gw/time`, false],
    ['another site', `ekey/v1/other/${ME}/presence`, true],
    ['a topic outside the protocol', 'forged', false],
    ['where the broker puts what it took', 'taken', false],
    ['the broker’s own topics', '$SYS/forged', false],
    ['a retained event', mine('event'), true],
    ['an unknown leaf', `ekey/v1/${SITE}/${ME}/firmware`, false],
    ['a topic of 2,000 levels', `${mine('presence')}${'/x'.repeat(2_000)}`, false],
  ])('%s', async (_what, topic, retain) => {
    const client = await connectedAsMe()
    client.publish(topic, presence, { qos: 1, retain })
    await closed(client)
    await expectNothingChanged()
  })
})

describe('A82: a lock subscribing outside its own topics is cut off', () => {
  test.each([
    '#',
    '+/+/+/+/+',
    'ekey/v1/#',
    `ekey/v1/${SITE}/+/desired`,
    `ekey/v1/${SITE}/${ME}/#`,
    `ekey/v1/${SITE}/${ME}/+`,
    theirs('desired'),
    theirs('reported'),
    mine('reported'),
    mine('event'),
    '$SYS/#',
    'taken',
  ])('%s', async filter => {
    await cloud.publish(VICTIM, 'desired', desiredSet(VICTIM, { rev: 1 }, [{ digits: '428173' }]))
    const client = await connectedAsMe()
    const received: string[] = []
    client.on('message', topic => received.push(topic))
    client.subscribe(filter, { qos: 1 }, () => {})
    await closed(client)
    expect(received).toEqual([])
  })
})

describe('a will is held to the same rule', () => {
  test.each([
    ['on another lock’s topic', theirs('presence'), true],
    ['on its own set', mine('desired'), true],
    ['retained on an event', mine('event'), true],
    ['on a wildcard', `ekey/v1/${SITE}/+/presence`, true],
  ])('%s: the connection is refused', async (_where, topic, retain) => {
    const client = lockClient(lab, ME, { will: { topic, payload: Buffer.from(presence), qos: 1, retain } })
    await expectRefused(client)
    await expectNothingChanged()
  })
})

describe('who a connection is comes from its credential', () => {
  const password = lockPassword(Buffer.alloc(32, 42), ME)
  const cases: readonly (readonly [string, IClientOptions])[] = [
    ['another lock’s client id', { clientId: VICTIM }],
    ['the cloud’s client id', { clientId: 'cloud' }],
    ['an empty client id', { clientId: '' }],
    ['another lock’s user name', { username: VICTIM }],
    ['another lock’s user name and client id', { username: VICTIM, clientId: VICTIM }],
    ['the cloud’s user name', { username: 'cloud', clientId: 'cloud' }],
    ['an unknown lock', { username: 'hall-cellar', clientId: 'hall-cellar' }],
    ['a prototype’s name', { username: '__proto__', clientId: '__proto__' }],
    ['a wrong password', { password: `${password}x` }],
    ['no password', { password: '' }],
    ['a persistent session', { clean: false }],
    ['MQTT 5', { protocolVersion: 5 }],
  ]
  test.each(cases)('%s is refused, and the right lock stays connected', async (_what, over) => {
    const victim = await lab.lock(VICTIM)
    await eventually(() => expect(victim.state().online).toBe(true))
    const forger = lockClient(lab, ME, over)
    await expectRefused(forger)
    const expiresAt = new Date(Date.now() + 20_000).toISOString()
    await cloud.publish(VICTIM, 'cmd', { id: 'still-there', type: 'identify', expiresAt })
    await eventually(() => expect(cloud.messages.some(each => each.leaf === 'cmd/res')).toBe(true))
    expect(cloud.heard(Presence, VICTIM, 'presence').map(each => each.state)).toEqual(['online'])
  })

  test('the same lock connecting again takes its own place', async () => {
    const first = await connectedAsMe()
    const second = await connectedAsMe()
    await closed(first)
    expect(second.connected).toBe(true)
  })

  test('a lock taken out of the devices file, or given a new password, is cut off within two seconds', async () => {
    const client = await connectedAsMe()
    const other = await lab.lock(VICTIM)
    await eventually(() => expect(other.state().online).toBe(true))
    await lab.writeDevices(LOCKS, lock =>
      lock === ME ? 'rotated' : lockPassword(Buffer.alloc(32, 42), lock),
    )
    await closed(client)
    await expectRefused(lockClient(lab, ME))
    expect(other.state().online).toBe(true)
    const rotated = lockClient(lab, ME, { password: 'rotated' })
    await next(rotated, 'connect')
    await lab.writeDevices([VICTIM])
    await closed(rotated)
  })

  test('a devices file that cannot be read throws nobody out', async () => {
    const client = await connectedAsMe()
    await lab.writeDevices(['NOT A SLUG'])
    const second = lockClient(lab, VICTIM)
    await next(second, 'connect')
    await lab.writeDevices([ME])
    await closed(second)
    expect(client.connected).toBe(true)
  })
})

describe('a malformed document ends the connection and is not passed on', () => {
  test.each([
    ['no JSON', 'reported', 'forged'],
    ['an unknown field', 'presence', JSON.stringify({ state: 'online', boot: 'forged', at: NINE, x: 1 })],
    ['a wrong type', 'presence', JSON.stringify({ state: 'online', boot: 1, at: NINE })],
    [
      'an unknown event',
      'event',
      JSON.stringify({ boot: 'forged', seq: 1, at: NINE, clock: 'known', type: 'burnt' }),
    ],
    [
      'digits in an event',
      'event',
      JSON.stringify({
        boot: 'forged',
        seq: 1,
        at: NINE,
        clock: 'known',
        type: 'denied',
        reason: 'unknown',
        digits: '428173',
      }),
    ],
    ['deep JSON', 'sync', '['.repeat(60_000)],
    ['bytes that are no text', 'sync', Buffer.from([0xff, 0xfe, 0x00])],
    ['nothing at all', 'sync', ''],
    ['100 KB', 'reported', `"forged${'x'.repeat(100_000)}"`],
  ] as const)('%s', async (_what, leaf, payload) => {
    const client = await connectedAsMe()
    client.publish(mine(leaf), payload, { qos: 1 })
    await closed(client)
    await expectNothingChanged()
  })

  test('a payload of 1 MB is cut off before the broker reads it', async () => {
    const client = await connectedAsMe()
    client.publish(mine('reported'), 'x'.repeat(1_000_000), { qos: 1 })
    await closed(client)
    await expectNothingChanged()
  })
})

describe('strangers', () => {
  async function dial(): Promise<Socket> {
    const socket = createConnection(lab.gateway().port, '127.0.0.1')
    socket.on('error', () => {})
    await once(socket, 'connect')
    return socket
  }
  async function ended(socket: Socket, withinMs: number): Promise<void> {
    socket.resume()
    if (!socket.closed) await once(socket, 'close', { signal: AbortSignal.timeout(withinMs) })
  }

  test.each([
    ['speaking HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a first packet that is no CONNECT', Buffer.from([0x30, 0x03, 0x00, 0x01, 0x61])],
    ['a length without an end', Buffer.from([0x10, 0xff, 0xff, 0xff, 0xff, 0xff])],
    ['a CONNECT of 1 MB', Buffer.concat([Buffer.from([0x10, 0xc0, 0x84, 0x3d]), Buffer.alloc(20_000)])],
    [
      'more than 8 KB before being let in',
      Buffer.concat([Buffer.from([0x10, 0x80, 0x7f]), Buffer.alloc(9_000)]),
    ],
  ])('%s: cut off at once', async (_what, bytes) => {
    const socket = await dial()
    socket.write(bytes)
    await ended(socket, 1_000)
    await expectNothingChanged()
  })

  test.each([
    ['saying nothing', Buffer.alloc(0)],
    ['stopping in the middle of CONNECT', Buffer.from([0x10, 0x20, 0x00, 0x04])],
  ])('%s: cut off after five seconds', async (_what, bytes) => {
    const socket = await dial()
    socket.write(bytes)
    await ended(socket, 8_000)
  })

  test('more connections than the cap are dropped, and those that are in stay', async () => {
    const client = await connectedAsMe()
    const sockets = await Promise.all(Array.from({ length: 80 }, dial))
    const isClosed = sockets.map(socket =>
      ended(socket, 2_000).then(
        () => true,
        () => false,
      ),
    )
    const dropped = (await Promise.all(isClosed)).filter(Boolean).length
    expect(dropped).toBeGreaterThanOrEqual(30)
    expect(client.connected && cloud.client.connected).toBe(true)
    for (const socket of sockets) socket.destroy()
    await expectNothingChanged()
  })
})

async function expectRefused(client: MqttClient): Promise<void> {
  let wasLetIn = false
  client.on('connect', () => {
    wasLetIn = true
  })
  await next(client, 'close')
  expect(wasLetIn).toBe(false)
}
