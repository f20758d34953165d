import { lockTopic, Presence } from '@asaichi/contract/lock/topics.ts'
import { cloudPassword, lockPassword } from '@asaichi/lock-protocol/lock-keys.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import type { IClientOptions } from 'mqtt'
import { describe, expect, test } from 'vitest'
import {
  connectCloud,
  desiredSet,
  LOCKS,
  lockClient,
  NINE,
  next,
  SITE,
  startGatewayBed,
} from './gateway-bed.ts'
import {
  closed,
  connectedAsMe,
  expectNothingChanged,
  expectRefused,
  FORGED_PRESENCE,
  ME,
  VICTIM,
} from './intruder.ts'

const mine = (leaf: Parameters<typeof lockTopic>[1]) => lockTopic({ site: SITE, lock: ME }, leaf)
const theirs = (leaf: Parameters<typeof lockTopic>[1]) => lockTopic({ site: SITE, lock: VICTIM }, leaf)

const bed = forEachTest(() => startGatewayBed())
const cloud = forEachTest(() => connectCloud(bed))

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
    const client = await connectedAsMe(bed)
    client.publish(topic, FORGED_PRESENCE, { qos: 1, retain })
    await closed(client)
    await expectNothingChanged(bed, cloud)
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
    const client = await connectedAsMe(bed)
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
    const client = lockClient(bed, ME, {
      will: { topic, payload: Buffer.from(FORGED_PRESENCE), qos: 1, retain },
    })
    await expectRefused(client)
    await expectNothingChanged(bed, cloud)
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
    [
      'the cloud under a lock’s client id',
      { username: 'cloud', password: cloudPassword(Buffer.alloc(32, 42)), clientId: VICTIM },
    ],
    ['an unknown lock', { username: 'hall-cellar', clientId: 'hall-cellar' }],
    ['a prototype’s name', { username: '__proto__', clientId: '__proto__' }],
    ['a wrong password', { password: `${password}x` }],
    ['no password', { password: '' }],
    ['a persistent session', { clean: false }],
    ['MQTT 5', { protocolVersion: 5 }],
  ]
  test.each(cases)('%s is refused, and the right lock stays connected', async (_what, over) => {
    const victim = await bed.lock(VICTIM)
    await eventually(() => expect(victim.state().online).toBe(true))
    const forger = lockClient(bed, ME, over)
    await expectRefused(forger)
    const expiresAt = new Date(Date.now() + 20_000).toISOString()
    await cloud.publish(VICTIM, 'cmd', { id: 'still-there', type: 'identify', expiresAt })
    await eventually(() => expect(cloud.messages.some(each => each.leaf === 'cmd/res')).toBe(true))
    expect(cloud.heard(Presence, VICTIM, 'presence').map(each => each.state)).toEqual(['online'])
  })

  test('the same lock connecting again takes its own place', async () => {
    const first = await connectedAsMe(bed)
    const second = await connectedAsMe(bed)
    await closed(first)
    expect(second.connected).toBe(true)
  })

  test('a lock taken out of the devices file, or given a new password, is cut off within two seconds', async () => {
    const client = await connectedAsMe(bed)
    const other = await bed.lock(VICTIM)
    await eventually(() => expect(other.state().online).toBe(true))
    await bed.writeDevices(LOCKS, lock =>
      lock === ME ? 'rotated' : lockPassword(Buffer.alloc(32, 42), lock),
    )
    await closed(client)
    await expectRefused(lockClient(bed, ME))
    expect(other.state().online).toBe(true)
    const rotated = lockClient(bed, ME, { password: 'rotated' })
    await next(rotated, 'connect')
    await bed.writeDevices([VICTIM])
    await closed(rotated)
  })

  test('a devices file that cannot be read throws nobody out', async () => {
    const client = await connectedAsMe(bed)
    await bed.writeDevices(['NOT A SLUG'])
    // Longer than the gateway takes to look at the file again.
    for (const until = performance.now() + 800; performance.now() < until; ) {
      const visitor = lockClient(bed, VICTIM)
      await next(visitor, 'connect')
      await visitor.endAsync()
    }
    const second = lockClient(bed, VICTIM)
    await next(second, 'connect')
    await bed.writeDevices([ME])
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
    const client = await connectedAsMe(bed)
    client.publish(mine(leaf), payload, { qos: 1 })
    await closed(client)
    await expectNothingChanged(bed, cloud)
  })

  test('a payload of 1 MB is cut off before the broker reads it', async () => {
    const client = await connectedAsMe(bed)
    client.publish(mine('reported'), 'x'.repeat(1_000_000), { qos: 1 })
    await closed(client)
    await expectNothingChanged(bed, cloud)
  })
})
