import { GATEWAY_LEAVES, gatewayTopic, LOCK_LEAVES, lockTopic } from '@asaichi/contract/lock/topics.ts'
import { describe, expect, test } from 'vitest'
import { type Identity, mayReceive, maySubscribe, publishable } from './access.ts'

const me: Identity = { role: 'lock', site: 'hall', lock: 'hall-room-1', passwordHash: '' }
const cloud: Identity = { role: 'cloud' }
const mine = { site: 'hall', lock: 'hall-room-1' }
const elsewhere = [
  { site: 'hall', lock: 'hall-room-2' },
  { site: 'other', lock: 'hall-room-1' },
]
function saying(identity: Identity, retain: boolean) {
  return LOCK_LEAVES.filter(leaf => publishable(identity, { topic: lockTopic(mine, leaf), retain }))
}

describe('a lock', () => {
  test('says these leaves of its own branch, and retains three of them', () => {
    expect(saying(me, false)).toEqual(['reported', 'about', 'presence', 'event', 'sync', 'cmd/res'])
    expect(saying(me, true)).toEqual(['reported', 'about', 'presence'])
  })

  test('hears these leaves of its own branch', () => {
    const heard = LOCK_LEAVES.filter(leaf => mayReceive(me, lockTopic(mine, leaf)))
    expect(heard).toEqual(['desired', 'sync/res', 'time', 'cmd'])
    expect(LOCK_LEAVES.filter(leaf => maySubscribe(me, lockTopic(mine, leaf)))).toEqual(heard)
  })

  test('says and hears nothing of any other branch', () => {
    const topics = elsewhere.flatMap(lock => LOCK_LEAVES.map(leaf => lockTopic(lock, leaf)))
    for (const topic of [...topics, ...GATEWAY_LEAVES.map(leaf => gatewayTopic('hall', leaf))]) {
      expect(publishable(me, { topic, retain: false })).toBeUndefined()
      expect(mayReceive(me, topic)).toBe(false)
      expect(maySubscribe(me, topic)).toBe(false)
    }
  })
})

describe('the cloud', () => {
  test('says these leaves of any lock', () => {
    expect(saying(cloud, false)).toEqual(['desired', 'credential', 'event/ack', 'cmd'])
    expect(saying(cloud, true)).toEqual(['desired'])
  })

  test('tells a gateway the time and nothing else', () => {
    const told = GATEWAY_LEAVES.filter(leaf =>
      publishable(cloud, { topic: gatewayTopic('hall', leaf), retain: false }),
    )
    expect(told).toEqual(['time'])
  })

  test.each([
    ['ekey/v1/#', true],
    ['ekey/v1/+/+/reported', true],
    ['ekey/v1/hall/gw/status', true],
    ['#', false],
    ['$SYS/#', false],
    ['+/v1/#', false],
    ['ekey/v10/#', false],
  ])('subscribes to %s: %s', (filter, allowed) => {
    expect(maySubscribe(cloud, filter)).toBe(allowed)
  })
})

test('topics outside the protocol belong to nobody', () => {
  for (const topic of [
    '',
    'ekey/v1',
    'ekey/v1/hall',
    'ekey/v1/Hall/hall-room-1/event',
    'ekey/v1/hall/gw/event',
    'ekey/v1/hall/cloud-1/event',
    'ekey/v1/hall/hall-room-1/event/',
    'ekey/v1/../hall-room-1/event',
  ])
    for (const identity of [me, cloud]) {
      expect(publishable(identity, { topic, retain: false })).toBeUndefined()
      expect(mayReceive(identity, topic)).toBe(false)
    }
})
