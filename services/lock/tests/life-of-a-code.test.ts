import { codesOnLock, codesRevoked } from '@asaichi/contract/lock/door-codes.ts'
import { type LockEvent, lockTopic } from '@asaichi/contract/lock/topics.ts'
import { lockPassword } from '@asaichi/lock-protocol/lock-keys.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { connectAsync } from 'mqtt'
import { expect, test } from 'vitest'
import {
  type Approval,
  approval,
  drawn,
  ELEVEN,
  enter,
  NINE,
  onLocks,
  SITE,
  startLockBed,
} from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city()
await town.venue()
const entrance = await town.lock('entrance')
const room1 = await town.lock('room-1-door')
const room2 = await town.lock('room-2-door')

/** Sets the town's clock and waits until the locks, which hear it from their gateway, stand there too. */
async function at(instant: string) {
  await town.bed.at(instant)
  await eventually(() => {
    for (const lock of [entrance, room1, room2])
      if (lock.state().online) expect(lock.state().clock.now).toBe(instant)
  })
}

async function codeOf(granted: Approval): Promise<string> {
  const [door] = await onLocks(town, granted)
  return door?.code ?? ''
}

async function revokedFacts(granted: Approval, confirmed: boolean) {
  return town.bed.facts
    .of(codesRevoked)
    .filter(fact => fact.reservationId === granted.reservationId && fact.confirmed === confirmed)
    .map(fact => fact.lockId)
    .toSorted()
}

test('V5: two rooms of one time: both locks report the set, and the board shows it', async () => {
  const one = approval()
  const other = approval({ spaceId: 'room-2' })
  await Promise.all([town.approve(one), town.approve(other)])
  const [code1, code2] = await Promise.all([codeOf(one), codeOf(other)])
  expect(code1).not.toBe(code2)
  for (const { reservationId } of [one, other])
    await town.bed.facts.waitFor(
      codesOnLock,
      fact => fact.reservationId === reservationId && fact.lockId === 'entrance',
    )
  await eventually(async () => {
    const doors = await town.board()
    expect(doors.map(({ lockId, codes, online }) => ({ lockId, codes, online }))).toEqual([
      { lockId: 'entrance', codes: 2, online: true },
      { lockId: 'room-1-door', codes: 1, online: true },
      { lockId: 'room-2-door', codes: 1, online: true },
    ])
    for (const door of doors) expect([door.revHeld, door.revApplied]).toEqual([door.rev, door.rev])
  })

  await at('2024-11-24T23:59:59.999Z')
  expect(enter(room1, code1)).toBe('not-yet')
  await at(NINE)
  expect(await drawn(town, one)).toMatchObject([{ state: 'usable' }, { state: 'usable' }])
  expect(enter(room1, code1)).toBe('open')
  expect(enter(entrance, code1)).toBe('open')
  expect(enter(entrance, code2)).toBe('open')
  expect(enter(room2, code1)).toBe('unknown')
  await at(ELEVEN)
  expect(['ended', 'unknown']).toContain(enter(room1, code1))
  expect(await drawn(town, one)).toMatchObject([{ state: 'ended' }, { state: 'ended' }])
  await eventually(() => expect([entrance, room1, room2].map(lock => lock.state().codes)).toEqual([0, 0, 0]))
})

test('I9: a cancel takes the code off every lock at once and is confirmed by each', async () => {
  const granted = approval({ startsAt: '2024-11-25T03:00:00.000Z', endsAt: '2024-11-25T05:00:00.000Z' })
  await town.approve(granted)
  const code = await codeOf(granted)
  await at('2024-11-25T03:00:00.000Z')
  expect(enter(room1, code)).toBe('open')
  // The town's time stands: nothing that waits for a moment could take it off.
  await town.cancel(granted)
  await eventually(() => expect([room1, entrance].map(lock => lock.state().codes)).toEqual([0, 0]))
  expect(enter(room1, code)).toBe('unknown')
  await eventually(async () => expect(await revokedFacts(granted, true)).toEqual(['entrance', 'room-1-door']))
  expect(await town.codes(granted)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  const rows = await town.bed.sql('select sealed from lock.codes where reservation_id = $1', [
    granted.reservationId,
  ])
  expect(rows).toEqual([{ sealed: null }, { sealed: null }])
})

test('M29: a cancel told twice is one revision', async () => {
  const granted = approval({ startsAt: '2024-11-25T06:00:00.000Z', endsAt: '2024-11-25T07:00:00.000Z' })
  await town.approve(granted)
  await codeOf(granted)
  await town.cancel(granted)
  await eventually(async () => expect(await revokedFacts(granted, true)).toHaveLength(2))
  const revs = async () => (await town.board()).map(door => door.rev)
  const before = await revs()
  await town.cancel(granted)
  const marker = approval({
    spaceId: 'room-2',
    startsAt: '2025-06-01T00:00:00.000Z',
    endsAt: '2025-06-01T01:00:00.000Z',
  })
  await town.approve(marker)
  await drawn(town, marker)
  expect(await revs()).toEqual(before)
  await town.cancel(marker)
  // No lock was ever sent this one, so it is gone with the cancel.
  await eventually(async () => expect(await revokedFacts(marker, true)).toEqual(['entrance', 'room-2-door']))
})

test('F21: a lock that is away at the cancel is told as unconfirmed after a minute, and confirmed when it is back', async () => {
  const granted = approval({ startsAt: '2024-11-25T08:00:00.000Z', endsAt: '2024-11-25T09:00:00.000Z' })
  await town.approve(granted)
  await codeOf(granted)
  await room1.flip({ offline: true })
  await town.cancel(granted)
  await eventually(async () => expect(await revokedFacts(granted, true)).toEqual(['entrance']))
  await at('2024-11-25T03:01:00.000Z')
  expect(await revokedFacts(granted, false)).toEqual(['room-1-door'])
  const board = await town.board()
  const door = board.find(each => each.lockId === 'room-1-door')
  expect(door?.online).toBe(false)
  expect(door?.problems).toEqual(expect.arrayContaining(['offline', 'revoked-code-may-open']))
  await room1.flip({ offline: false })
  await eventually(async () => expect(await revokedFacts(granted, true)).toEqual(['entrance', 'room-1-door']))
})

test('F20: a lock that is away at the approval gets the code when it is back; shortly before its start that is somebody’s business', async () => {
  const granted = approval({ startsAt: '2024-11-25T10:00:00.000Z', endsAt: '2024-11-25T11:00:00.000Z' })
  await room1.flip({ offline: true })
  await town.approve(granted)
  await eventually(async () =>
    expect(await drawn(town, granted)).toMatchObject([{ state: 'on-lock' }, { state: 'sending' }]),
  )
  await at('2024-11-25T09:45:00.000Z')
  expect(await drawn(town, granted)).toMatchObject([{ state: 'on-lock' }, { state: 'attention' }])
  const board = await town.board()
  expect(board.find(door => door.lockId === 'room-1-door')?.problems).toContain('code-late')
  await room1.flip({ offline: false })
  await onLocks(town, granted)
})

test('V5: a code far ahead waits for the 7-day horizon, and none is sent before', async () => {
  const granted = approval({ startsAt: '2024-12-20T00:00:00.000Z', endsAt: '2024-12-20T01:00:00.000Z' })
  await town.approve(granted)
  expect(await drawn(town, granted)).toMatchObject([{ state: 'preparing' }, { state: 'preparing' }])
  await at('2024-12-12T23:59:59.999Z')
  expect(room1.state().codes).toBe(0)
  await at('2024-12-13T00:00:00.000Z')
  await onLocks(town, granted)
  expect(room1.state().codes).toBe(1)
})

test('V5: digits are destroyed a day after the end, the keyed hash after 90 days', async () => {
  const granted = approval({
    startsAt: '2024-12-20T00:00:00.000Z',
    endsAt: '2024-12-20T02:00:00.000Z',
    spaceId: 'room-2',
  })
  await town.approve(granted)
  await onLocks(town, granted)
  const kept = () =>
    town.bed.sql(
      'select sealed is not null as sealed, hash is not null as hash from lock.codes where reservation_id = $1',
      [granted.reservationId],
    )
  await at('2024-12-21T01:59:59.999Z')
  expect(await drawn(town, granted)).toMatchObject([{ state: 'ended' }, { state: 'ended' }])
  await at('2024-12-21T02:00:00.000Z')
  expect(await town.codes(granted)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  expect(await kept()).toEqual(Array.from({ length: 2 }, () => ({ sealed: false, hash: true })))
  await at('2025-03-20T02:00:00.000Z')
  expect(await kept()).toEqual(Array.from({ length: 2 }, () => ({ sealed: false, hash: false })))
})

test('an event of a lock is kept once, however often it is sent, and names the code that opened', async () => {
  const opened = await eventually(async () => {
    const rows = await town.bed.sql<{ codeId: string }>(
      `select detail ->> 'codeId' as "codeId" from lock.lock_events where lock_id = 'entrance' and type = 'unlocked'`,
    )
    expect(rows.length).toBeGreaterThanOrEqual(2)
    return rows
  })
  const known = await town.bed.sql('select 1 from lock.codes where code_id = any($1)', [
    opened.map(row => row.codeId),
  ])
  expect(known).toHaveLength(opened.length)

  await room2.flip({ offline: true })
  const client = await connectAsync(town.env.MQTT_URL, {
    protocolVersion: 4,
    clean: true,
    clientId: 'room-2-door',
    username: 'room-2-door',
    password: lockPassword(town.master, 'room-2-door'),
  })
  const send = (seq: number) => {
    const event: LockEvent = { type: 'locked', by: 'auto', boot: 'again', seq, at: NINE, clock: 'known' }
    const topic = lockTopic({ site: SITE, lock: 'room-2-door' }, 'event')
    return client.publishAsync(topic, JSON.stringify(event), { qos: 1 })
  }
  const seqs = () =>
    town.bed.sql<{ seq: string }>(`select seq::int from lock.lock_events where boot = 'again' order by seq`)
  await send(1)
  await eventually(async () => expect(await seqs()).toEqual([{ seq: 1 }]))
  await send(1)
  await send(2)
  await eventually(async () => expect(await seqs()).toEqual([{ seq: 1 }, { seq: 2 }]))
  await client.endAsync(true)
  await room2.flip({ offline: false })
})
