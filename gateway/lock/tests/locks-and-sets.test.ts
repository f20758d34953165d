import { LockEvent, Reported } from '@asaichi/contract/lock/topics.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import type { VirtualLock } from '@asaichi/town/virtual-lock/virtual-lock.ts'
import { describe, expect, test } from 'vitest'
import { connectCloud, desiredSet, enter, HALF_PAST_NINE, NINE, startGatewayBed } from './gateway-bed.ts'

const ROOM = 'hall-room-1'
const OTHER = 'hall-room-2'
const DIGITS = '062915'
const bed = forEachTest(() => startGatewayBed(NINE))
const cloud = forEachTest(() => connectCloud(bed))

async function lockWithSet(rev = 1): Promise<VirtualLock> {
  const lock = await bed.lock(ROOM)
  await cloud.publish(ROOM, 'desired', desiredSet(ROOM, { rev }, [{ digits: DIGITS }]))
  await eventually(() => expect(lock.state()).toMatchObject({ rev, clock: { quality: 'known' } }))
  return lock
}
async function holdTownAt(lock: VirtualLock, heldAt: string): Promise<void> {
  bed.clock.set({ offsetMs: 0, heldAt })
  await eventually(() => expect(lock.state().clock.now).toBe(heldAt))
}
function lastReport(lock: string) {
  return cloud.heard(Reported, lock, 'reported').at(-1)
}
function deniedReasons(lock: string) {
  return cloud.heard(LockEvent, lock, 'event').flatMap(each => (each.type === 'denied' ? [each.reason] : []))
}

test('a set goes to the gateway’s disk, to the lock, and back as held and reported', async () => {
  const lock = await bed.lock(ROOM)
  const set = desiredSet(ROOM, { rev: 1 }, [{ digits: DIGITS }])
  await cloud.publish(ROOM, 'desired', set)
  await eventually(() => {
    expect(cloud.held(ROOM)).toMatchObject({ status: 'held', rev: 1, epoch: 1, digest: set.digest })
    expect(lastReport(ROOM)).toMatchObject({ rev: 1, epoch: 1, digest: set.digest, refused: null })
  })
  expect(lastReport(ROOM)?.results).toEqual([{ id: 'grant-1', result: 'stored' }])
  expect(lock.state()).toMatchObject({ rev: 1, codes: 1, online: true })
})

test('a set that comes three times, as a retained one may, is applied and told once', async () => {
  const lock = await lockWithSet()
  const set = desiredSet(ROOM, { rev: 2 }, [{ digits: DIGITS }])
  for (let time = 0; time < 3; time++) await cloud.publish(ROOM, 'desired', set)
  await eventually(() => expect(lock.state().rev).toBe(2))
  enter(lock, '000000')
  const told = () => cloud.heard(LockEvent, ROOM, 'event')
  await eventually(() => expect(told().some(event => event.type === 'denied')).toBe(true))
  expect(told().flatMap(event => (event.type === 'set-applied' ? [event.rev] : []))).toEqual([1, 2])
})

describe('M26: by the town’s time the keypad', () => {
  test.each([
    ['one second before the start', '2024-11-30T23:59:59.000Z', 'not-yet'],
    ['at the start', NINE, 'open'],
    ['one second after the start', '2024-12-01T00:00:01.000Z', 'open'],
    ['one second before the end', '2024-12-01T00:29:59.000Z', 'open'],
    ['at the end', HALF_PAST_NINE, 'ended'],
    ['one second after the end', '2024-12-01T00:30:01.000Z', 'ended'],
  ])('%s answers %s: %s', async (_when, at, expected) => {
    const lock = await lockWithSet()
    await holdTownAt(lock, at)
    expect(enter(lock, DIGITS)).toBe(expected)
    expect(lock.state().locked).toBe(expected !== 'open')
  })

  test('of another door refuses the code', async () => {
    await lockWithSet()
    const other = await bed.lock(OTHER)
    await cloud.publish(OTHER, 'desired', desiredSet(OTHER, { rev: 1 }, [{ digits: '731846' }]))
    await eventually(() => expect(other.state().rev).toBe(1))
    expect(enter(other, DIGITS)).toBe('unknown')
    await eventually(() => expect(deniedReasons(OTHER)).toEqual(['unknown']))
  })

  test('follows a clock that runs on after it stood still', async () => {
    const lock = await lockWithSet()
    await holdTownAt(lock, '2024-11-30T23:59:59.000Z')
    expect(enter(lock, DIGITS)).toBe('not-yet')
    const offsetMs = Date.parse(NINE) - Date.now()
    bed.clock.set({ offsetMs, heldAt: null })
    await eventually(() => expect(enter(lock, DIGITS)).toBe('open'))
  })
})

test('M29: a code taken out of the set no longer opens', async () => {
  const lock = await lockWithSet()
  expect(enter(lock, DIGITS)).toBe('open')
  lock.press('square')
  expect(lock.state().locked).toBe(true)
  await cloud.publish(ROOM, 'desired', desiredSet(ROOM, { rev: 2 }, []))
  await eventually(() => expect(lastReport(ROOM)).toMatchObject({ rev: 2, results: [] }))
  expect(enter(lock, DIGITS)).toBe('unknown')
  expect(lock.state().locked).toBe(true)
})

describe('a set that may not replace the held one is refused and changes nothing', () => {
  test.each([
    ['older-epoch', desiredSet(ROOM, { rev: 9, epoch: 1 }, []), 9],
    ['older-rev', desiredSet(ROOM, { rev: 4, epoch: 2 }, []), 4],
    ['digest-conflict', desiredSet(ROOM, { rev: 5, epoch: 2 }, []), 5],
  ])('%s', async (reason, set, rev) => {
    const lock = await bed.lock(ROOM)
    const good = desiredSet(ROOM, { rev: 5, epoch: 2 }, [{ digits: DIGITS }])
    await cloud.publish(ROOM, 'desired', good)
    await eventually(() => expect(lock.state()).toMatchObject({ rev: 5, clock: { quality: 'known' } }))
    await cloud.publish(ROOM, 'desired', set)
    await eventually(() => expect(cloud.held(ROOM)).toMatchObject({ status: 'refused', reason, rev }))
    await cloud.publish(ROOM, 'desired', good)
    await eventually(() =>
      expect(cloud.held(ROOM)).toMatchObject({ status: 'held', rev: 5, digest: good.digest }),
    )
    expect(lock.state()).toMatchObject({ rev: 5, epoch: 2, codes: 1 })
    expect(enter(lock, DIGITS)).toBe('open')
  })

  const good = desiredSet(ROOM, { rev: 1 }, [{ digits: DIGITS }])
  const [code] = good.codes
  test.each([
    ['no JSON', 'not json'],
    ['an unknown field', { ...good, policy: {} }],
    ['a code in clear', { ...good, codes: [{ ...code, digits: DIGITS }] }],
    ['a code as a number', { ...good, codes: [{ ...code, ct: 62915 }] }],
    ['a guest code without a window', { ...good, codes: [{ ...code, windows: [] }] }],
    [
      'a window that ends before it begins',
      { ...good, codes: [{ ...code, windows: [{ from: HALF_PAST_NINE, to: NINE }] }] },
    ],
    ['the same code id twice', { ...good, codes: [code, code] }],
    ['257 codes', { ...good, codes: Array.from({ length: 257 }, (_, at) => ({ ...code, id: `g-${at}` })) }],
    ['revision 0', { ...good, rev: 0 }],
    ['a local time', { ...good, notAfter: '2024-12-31T00:00:00+09:00' }],
    ['more than 64 KB', { ...good, zone: 'x'.repeat(66_000) }],
  ])('malformed: %s', async (_what, document) => {
    await cloud.publish(ROOM, 'desired', document)
    await eventually(() => expect(cloud.held(ROOM)).toMatchObject({ status: 'refused', reason: 'malformed' }))
    const lock = await bed.lock(ROOM)
    await eventually(() => expect(lock.state().clock.quality).toBe('known'))
    expect(lock.state().rev).toBe(0)
  })

  test('unknown-lock', async () => {
    await cloud.publish('hall-cellar', 'desired', desiredSet('hall-cellar', { rev: 1 }, []))
    await eventually(() =>
      expect(cloud.held('hall-cellar')).toMatchObject({ status: 'refused', reason: 'unknown-lock', rev: 1 }),
    )
  })
})

describe('the lock checks the digest itself', () => {
  test.each([
    [
      'of a set with another digest',
      { ...desiredSet(ROOM, { rev: 2 }, [{ digits: '731846' }]), digest: 'f'.repeat(64) },
    ],
    ['of a set sealed for another lock', { ...desiredSet(OTHER, { rev: 2 }, [{ digits: '731846' }]) }],
  ])('and goes on with the old codes instead %s', async (_what, set) => {
    const lock = await lockWithSet()
    await cloud.publish(ROOM, 'desired', set)
    await eventually(() =>
      expect(lastReport(ROOM)).toMatchObject({
        rev: 1,
        refused: { rev: 2, epoch: 1, reason: 'digest-mismatch' },
      }),
    )
    expect(enter(lock, '731846')).toBe('unknown')
    expect(enter(lock, DIGITS)).toBe('open')
    await eventually(() =>
      expect(cloud.heard(LockEvent, ROOM, 'event').map(each => each.type)).toContain('set-refused'),
    )
  })
})

test('A87: five wrong entries pause the keypad, and the right code opens in the pause, 20 s after E', async () => {
  let uptimeMs = 0
  const lock = await bed.lock(ROOM, { uptimeMs: () => uptimeMs })
  await cloud.publish(ROOM, 'desired', desiredSet(ROOM, { rev: 1 }, [{ digits: DIGITS }]))
  await eventually(() => expect(lock.state()).toMatchObject({ rev: 1, clock: { quality: 'known' } }))
  const answers = Array.from({ length: 5 }, () => enter(lock, '111111'))
  expect(new Set(answers)).toEqual(new Set(['unknown']))
  expect(enter(lock, '222222')).toBe('paused')
  uptimeMs += 19_000
  expect(enter(lock, DIGITS)).toBe('paused')
  expect(lock.state()).toMatchObject({ locked: true, pausedSeconds: 41, heldSeconds: 20 })
  uptimeMs += 10_000
  expect(enter(lock, DIGITS)).toBe('paused')
  expect(lock.state()).toMatchObject({ heldSeconds: 10 })
  uptimeMs += 10_000
  lock.press('0')
  expect(lock.state()).toMatchObject({ locked: false, heldSeconds: 0, pausedSeconds: 0 })
  await eventually(() => {
    const events = cloud.heard(LockEvent, ROOM, 'event')
    expect(events.find(each => each.type === 'paused')).toMatchObject({ seconds: 60 })
    expect(JSON.stringify(events)).not.toContain(DIGITS)
  })
})

test('a lock corrects its clock past 30 s of drift and leaves less alone', async () => {
  bed.clock.set({ offsetMs: 0, heldAt: null })
  const lock = await bed.lock(ROOM, { syncMs: 50 })
  await eventually(() => expect(lock.state().clock.quality).toBe('known'))
  await lock.flip({ clockSkewSeconds: 10 })
  await eventually(() => expect(lock.state().clock.offsetSeconds).toBeLessThan(-9))
  expect(Date.parse(lock.state().clock.now) - Date.now()).toBeGreaterThan(9_000)
  await lock.flip({ clockSkewSeconds: 100 })
  await eventually(() =>
    expect(Math.abs(Date.parse(lock.state().clock.now) - Date.now())).toBeLessThan(30_000),
  )
})
