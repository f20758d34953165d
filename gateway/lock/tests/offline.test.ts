import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LockEvent, lockTopic, Presence, Reported } from '@asaichi/contract/lock/topics.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { expect, test } from 'vitest'
import {
  type Cloud,
  connectCloud,
  desiredSet,
  enter,
  lockClient,
  NINE,
  next,
  SITE,
  startGatewayBed,
} from './gateway-bed.ts'

const ROOM = 'hall-room-1'
const DIGITS = '062915'
const bed = forEachTest(() => startGatewayBed(NINE))
const cloud = forEachTest(() => connectCloud(bed))

async function lockWithSet() {
  const lock = await bed.lock(ROOM)
  await cloud.publish(ROOM, 'desired', desiredSet(ROOM, { rev: 1 }, [{ digits: DIGITS }]))
  await eventually(() =>
    expect(lock.state()).toMatchObject({ rev: 1, eventsWaiting: 0, clock: { quality: 'known' } }),
  )
  await eventually(() => {
    expect(
      eventsOf(cloud)
        .map(each => each.type)
        .toSorted(),
    ).toEqual(['boot', 'clock-set', 'set-applied'])
    expect(lock.state().eventsWaiting).toBe(0)
  })
  return lock
}
/** Events of the newest run, each once, in the order they came. */
function eventsOf(heard: Cloud, lock = ROOM) {
  return [
    ...new Map(
      heard.heard(LockEvent, lock, 'event').map(each => [`${each.boot}/${each.seq}`, each]),
    ).values(),
  ]
}
function presenceOf(heard: Cloud, lock = ROOM) {
  return heard.heard(Presence, lock, 'presence').at(-1)
}

test('a lock that is cut off goes on judging, and catches up with the set and its events', async () => {
  const lock = await lockWithSet()
  await lock.flip({ offline: true })
  await eventually(() => expect(presenceOf(cloud)).toMatchObject({ state: 'offline' }))
  await cloud.publish(ROOM, 'desired', desiredSet(ROOM, { rev: 2 }, []))
  await eventually(() => expect(cloud.held(ROOM)).toMatchObject({ status: 'held', rev: 2 }))
  expect(enter(lock, DIGITS)).toBe('open')
  lock.press('square')
  expect(enter(lock, '999999')).toBe('unknown')
  await eventually(() => expect(lock.state().eventsWaiting).toBe(3))
  expect(lock.state()).toMatchObject({ online: false, rev: 1 })

  await lock.flip({ offline: false })
  await eventually(() => expect(lock.state()).toMatchObject({ online: true, rev: 2, eventsWaiting: 0 }))
  expect(enter(lock, DIGITS)).toBe('unknown')
  await eventually(() => {
    const events = eventsOf(cloud)
    expect(events.map(each => each.seq)).toEqual(events.map((_, at) => at + 1))
    expect(events.map(each => each.type)).toEqual(
      expect.arrayContaining(['unlocked', 'locked', 'denied', 'set-applied']),
    )
  })
})

test('with the cloud away a wiped lock still gets its set and the time', async () => {
  const lock = await lockWithSet()
  await cloud.client.endAsync(true)
  await lock.flip({ factoryReset: true })
  await eventually(() =>
    expect(lock.state()).toMatchObject({ rev: 1, codes: 1, clock: { quality: 'known', now: NINE } }),
  )
  expect(enter(lock, DIGITS)).toBe('open')
})

test('a lock started again without its gateway goes on with its set and its clock', async () => {
  const lock = await lockWithSet()
  bed.clock.set({ offsetMs: Date.parse(NINE) - Date.now(), heldAt: null })
  await eventually(() => expect(lock.state().clock.now > NINE).toBe(true))
  await lock[Symbol.asyncDispose]()
  await bed.stop()
  const again = await bed.lock(ROOM)
  expect(again.state()).toMatchObject({ rev: 1, online: false, clock: { quality: 'known' } })
  expect(enter(again, DIGITS)).toBe('open')
})

test('events wait on the gateway’s disk while the cloud is away, and come in order, across a restart', async () => {
  const lock = await lockWithSet()
  await eventually(() => expect(eventsOf(cloud).length).toBeGreaterThanOrEqual(3))
  for (const { boot, seq } of eventsOf(cloud)) await cloud.publish(ROOM, 'event/ack', { boot, seq })
  await cloud.client.endAsync(true)
  for (let round = 0; round < 10; round += 1) {
    enter(lock, DIGITS)
    lock.press('square')
  }
  await eventually(() => expect(lock.state().eventsWaiting).toBe(0))
  await bed.restart()
  const back = await connectCloud(bed)
  await eventually(() => {
    const types = eventsOf(back).map(each => each.type)
    expect(types.slice(0, 20)).toEqual(Array.from({ length: 10 }, () => ['unlocked', 'locked']).flat())
  })
})

test('an event comes again until it was acknowledged, and not after', async () => {
  const lock = await lockWithSet()
  await eventually(() => expect(eventsOf(cloud).length).toBeGreaterThanOrEqual(3))
  enter(lock, '999999')
  await eventually(() => expect(eventsOf(cloud).at(-1)?.type).toBe('denied'))
  const [first, ...rest] = eventsOf(cloud)
  for (const { boot, seq } of rest) await cloud.publish(ROOM, 'event/ack', { boot, seq })
  await cloud.client.endAsync(true)
  const back = await connectCloud(bed)
  await eventually(() => expect(eventsOf(back)).toEqual([first]))
  await back.publish(ROOM, 'event/ack', { boot: first?.boot, seq: first?.seq })
  enter(lock, '888888')
  await eventually(() => expect(eventsOf(back).length).toBe(2))
  await back.client.endAsync(true)
  const third = await connectCloud(bed)
  await eventually(() => expect(eventsOf(third).map(each => each.type)).toEqual(['denied']))
})

test('a gateway that starts again offers what its disk holds, and calls every lock offline', async () => {
  const lock = await lockWithSet()
  await eventually(() => expect(cloud.heard(Reported, ROOM, 'reported').at(-1)?.rev).toBe(1))
  await lock[Symbol.asyncDispose]()
  await bed.restart()
  const back = await connectCloud(bed)
  await eventually(() => {
    expect(back.held(ROOM)).toMatchObject({ status: 'held', rev: 1 })
    expect(back.heard(Reported, ROOM, 'reported')).toMatchObject([{ rev: 1 }])
    expect(presenceOf(back)).toMatchObject({ state: 'offline' })
  })
  await rm(join(bed.folder, ROOM), { recursive: true })
  const wiped = await bed.lock(ROOM)
  await eventually(() => expect(wiped.state().rev).toBe(1))
})

test('the town’s time survives the gateway, and a lock never sees the real one', async () => {
  await cloud.client.publishAsync(`ekey/v1/${SITE}/gw/time`, JSON.stringify({ offsetMs: 0, heldAt: NINE }), {
    qos: 1,
  })
  await bed.stop()
  bed.clock.set({ offsetMs: 0, heldAt: null })
  await bed.restart()
  const lock = await bed.lock(ROOM)
  await eventually(() => expect(lock.state().clock).toMatchObject({ quality: 'known', now: NINE }))
})

test('F24: a lock that does not know the time yet is online since the gateway’s', async () => {
  await bed.lock(ROOM)
  await eventually(() =>
    expect(cloud.heard(Presence, ROOM, 'presence')).toContainEqual(
      expect.objectContaining({ state: 'online', at: NINE }),
    ),
  )
  expect(cloud.heard(Presence, ROOM, 'presence').filter(({ at }) => at !== NINE)).toEqual([])
})

test('a will of an earlier run does not end the presence of the later one', async () => {
  const presence = (state: string, boot: string) => JSON.stringify({ state, boot, at: NINE })
  const topic = lockTopic({ site: SITE, lock: ROOM }, 'presence')
  const client = lockClient(bed, ROOM)
  await next(client, 'connect')
  await client.publishAsync(topic, presence('online', 'run-2'), { qos: 1, retain: true })
  await eventually(() => expect(presenceOf(cloud)).toMatchObject({ state: 'online', boot: 'run-2' }))
  await client.publishAsync(topic, presence('offline', 'run-1'), { qos: 1, retain: true })
  await client.publishAsync(
    lockTopic({ site: SITE, lock: ROOM }, 'cmd/res'),
    JSON.stringify({ id: 'after', result: 'done' }),
    { qos: 1 },
  )
  await eventually(() => expect(cloud.messages.some(each => each.leaf === 'cmd/res')).toBe(true))
  expect(presenceOf(cloud)).toMatchObject({ state: 'online', boot: 'run-2' })
})

test('a lock that drops its reports is applied, and the cloud does not take it for done', async () => {
  const lock = await bed.lock(ROOM)
  await lock.flip({ dropReports: true })
  await cloud.publish(ROOM, 'desired', desiredSet(ROOM, { rev: 1 }, [{ digits: DIGITS }]))
  await eventually(() => expect(lock.state().rev).toBe(1))
  expect(cloud.heard(Reported, ROOM, 'reported').some(each => each.rev === 1)).toBe(false)
  await lock.flip({ dropReports: false })
  const expiresAt = new Date(Date.parse(NINE) + 20_000).toISOString()
  await cloud.publish(ROOM, 'cmd', { id: 'again', type: 'resync', expiresAt })
  await eventually(() => expect(cloud.heard(Reported, ROOM, 'reported').at(-1)?.rev).toBe(1))
})
