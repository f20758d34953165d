import { changeDevice, type DeviceChange, getDevice } from '@asaichi/contract/lock/device.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { approval, DOORS, drawn, ELEVEN, enter, NINE, onLocks, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city()
await town.venue()
const entrance = await town.lock('entrance')

const change = (lockId: string, wanted: DeviceChange) =>
  town.bed.call(changeDevice, { lockId, change: wanted })
const told = async (lockId: string) => valueOf(await town.bed.call(getDevice, { lockId }))
const online = (lock: typeof entrance) => eventually(() => expect(lock.state().online).toBe(true), 20_000)
const cutOff = (lock: typeof entrance) => eventually(() => expect(lock.state().online).toBe(false), 20_000)
// The venue has been heard of.
await eventually(() => told('entrance'))
const DAY_MS = 24 * 3_600_000

test('V12: a rotated password and the one before are both good for the overlap, then the new one alone', async () => {
  const ROOM = 'room-2-door'
  const before = await town.lock(ROOM)
  await online(before)
  const rotated = valueOf(await change(ROOM, { kind: 'rotate', overlapHours: 24 }))
  expect(rotated).toMatchObject({ device: 1, serial: 2, site: 'kokaido', doorName: '2階和室' })
  const { formerUntil, now } = await told(ROOM)
  expect(Date.parse(formerUntil ?? '') - Date.parse(now)).toBe(DAY_MS)
  expect(before.state().online).toBe(true)
  // The same device with its new password: the gateway knows one connection of a lock, the newer.
  await before.flip({ offline: true })
  const after = await town.lock(ROOM, { serial: 2 })
  await online(after)
  await after.flip({ offline: true })
  await before.flip({ offline: false })
  await online(before)
  await town.bed.at(formerUntil ?? '')
  await cutOff(before)
  await after.flip({ offline: false })
  await online(after)
  expect((await told(ROOM)).formerUntil).toBeNull()
  await town.gateway.stop()
  await town.gateway.start({ wipe: true })
  await online(after)
})

test('V12, V5: another device at the door gets the codes sealed for it anew; the one before is cut off and reads nothing of it', async () => {
  const ROOM = 'room-1-door'
  const before = await town.lock(ROOM)
  const granted = approval()
  await town.approve(granted)
  const [first] = await onLocks(town, granted)
  expect(valueOf(await change(ROOM, { kind: 'replace' }))).toMatchObject({
    device: 2,
    serial: 2,
    formerUntil: null,
  })
  await cutOff(before)
  const own = (await drawn(town, granted)).find(({ lockId }) => lockId === ROOM)
  expect(own).toMatchObject({ code: first?.code, state: 'sending' })
  expect(await told(ROOM)).toMatchObject({ isAtWork: false, wanted: 1, stored: 0 })
  const thief = await town.lock(ROOM, { device: 1, serial: 2, dataDir: 'thief' })
  await online(thief)
  await eventually(async () => expect((await told(ROOM)).refused).toBe('digest-mismatch'))
  await thief.flip({ offline: true })
  const after = await town.lock(ROOM, { device: 2, serial: 2, dataDir: 'second' })
  await onLocks(town, granted)
  expect(await told(ROOM)).toMatchObject({ online: true, isAtWork: true, stored: 1, refused: null })
  await town.bed.at(NINE)
  await eventually(() => expect(after.state().clock.now).toBe(NINE))
  expect(enter(after, first?.code ?? '')).toBe('open')
})

test('V12: a lock that is taken down is cut off; the codes of its door wait for the next one', async () => {
  const DOOR = { lockId: 'side-door', name: '通用口', opens: ['room-2'] }
  await town.venue({ doors: [...DOORS, DOOR] }, 2)
  await eventually(async () =>
    expect(valueOf(await change(DOOR.lockId, { kind: 'add' }))).toMatchObject({ device: 1, serial: 1 }),
  )
  const first = await town.lock(DOOR.lockId)
  await eventually(async () => expect((await told(DOOR.lockId)).isAtWork).toBe(true), 20_000)
  expect(codeOf(await change(DOOR.lockId, { kind: 'add' }))).toBe('has-device')
  valueOf(await change(DOOR.lockId, { kind: 'retire' }))
  await cutOff(first)
  const later = approval({ spaceId: 'room-2', startsAt: ELEVEN, endsAt: '2024-11-25T04:00:00.000Z' })
  await town.approve(later)
  const lines = await drawn(town, later)
  expect(lines.map(({ lockId }) => lockId)).toContain(DOOR.lockId)
  const board = await town.board()
  expect(board.find(({ lockId }) => lockId === DOOR.lockId)?.problems).toContain('no-device')
  expect(codeOf(await change(DOOR.lockId, { kind: 'rotate', overlapHours: 1 }))).toBe('no-device')
  expect(valueOf(await change(DOOR.lockId, { kind: 'add' }))).toMatchObject({ device: 2, serial: 3 })
  expect(valueOf(await change(DOOR.lockId, { kind: 'add' }))).toMatchObject({ device: 2, serial: 3 })
  const second = await town.lock(DOOR.lockId, { device: 2, serial: 3, dataDir: 'side-2' })
  await eventually(
    async () => expect(await told(DOOR.lockId)).toMatchObject({ stored: 1, wanted: 1 }),
    20_000,
  )
  expect(second.state()).toMatchObject({ online: true, codes: 1 })
  expect(first.state().online).toBe(false)
})

test('V12: a door that no venue has is not found', async () => {
  expect(codeOf(await change('nobodys-door', { kind: 'add' }))).toBe('not-found')
  expect(codeOf(await town.bed.call(getDevice, { lockId: 'nobodys-door' }))).toBe('not-found')
})
