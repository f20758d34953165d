import { randomUUID } from 'node:crypto'
import type { Actor } from '@asaichi/contract/actor.ts'
import {
  changeEmergencyCodes,
  emergencyCodeUsed,
  getEmergencyUseMail,
  listEmergencyCodes,
  showEmergencyCodes,
} from '@asaichi/contract/lock/emergency.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import { expect, test } from 'vitest'
import { approval, CITY, DOORS, enter, onLocks, SITE, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
const admin: Actor = { personId: randomUUID(), role: 'admin', cityId: CITY }
const staff: Actor = { ...admin, personId: randomUUID(), role: 'staff' }
await town.startService()
await town.city()
await town.venue()
const entrance = await town.lock('entrance')
const room1 = await town.lock('room-1-door')
const room2 = await town.lock('room-2-door', {
  holds: { slots: 2, pin: { min: 4, max: 8, rules: ['no-zero'] } },
})

// What each takes is known before numbers are drawn.
await eventually(async () =>
  expect(await town.bed.sql('select 1 from lock.lock_states where slots is not null')).toHaveLength(3),
)

const list = async (actor = staff) => valueOf(await town.bed.call(listEmergencyCodes, { actor })).items
const venue = async () => {
  const [found] = await eventually(async () => {
    const items = await list()
    expect(items).toHaveLength(1)
    return items
  })
  if (!found) throw new Error('no venue')
  return found
}
const change = async (per: 'venue' | 'door' | 'none', actor = admin, lastChange?: string | null) =>
  town.bed.call(changeEmergencyCodes, {
    actor,
    venueId: SITE,
    per,
    lastChange: lastChange === undefined ? (await venue()).lastChange : lastChange,
  })
const show = async (actor = admin) => town.bed.call(showEmergencyCodes, { actor, venueId: SITE })
const arrived = () =>
  eventually(
    async () =>
      expect((await venue()).doors.map(door => door.state)).toEqual(['on-lock', 'on-lock', 'on-lock']),
    20_000,
  )
const digits = async () => valueOf(await show()).doors.map(({ code }) => code)

test('V13: one number for all doors of a venue is on every lock, of eight digits, and opens without a booking', async () => {
  expect(codeOf(await change('venue', staff))).toBe('not-allowed')
  expect(codeOf(await change('venue', { ...admin, cityId: 'sapporo' }))).toBe('not-found')
  expect((await venue()).doors.map(({ state }) => state)).toEqual(['none', 'none', 'none'])
  expect(valueOf(await change('venue'))).toEqual({ doors: 3 })
  await arrived()
  const [first = '', ...others] = await digits()
  expect(first).toMatch(/^[1-9]{8}$/)
  expect(others).toEqual([first, first])
  for (const lock of [entrance, room1, room2]) expect(enter(lock, first)).toBe('open')
})

test('V13: it opens with the hall cut off, and with a clock that the lock does not know', async () => {
  const [number = ''] = await digits()
  await room1.flip({ offline: true })
  await town.gateway.stop()
  expect(enter(entrance, number)).toBe('open')
  expect(enter(room1, number)).toBe('open')
  await town.gateway.start()
  await room1.flip({ offline: false })
  await eventually(() => expect(room1.state().online).toBe(true), 20_000)
})

test('V13: each use is told to the city once, on the board too; only an admin sees the numbers, and every look is written down', async () => {
  const [number = ''] = await digits()
  enter(room2, number)
  const told = await town.bed.facts.waitFor(emergencyCodeUsed, fact => fact.lockId === 'room-2-door')
  expect(told).toMatchObject({ cityId: CITY, venueId: SITE })
  expect(valueOf(await town.bed.call(getEmergencyUseMail, { useId: told.useId }))).toMatchObject({
    venueId: SITE,
    doorName: '2階和室',
    at: told.at,
  })
  await eventually(async () => {
    const used = (await venue()).acts.filter(({ act }) => act === 'used')
    expect(used).toContainEqual({ act: 'used', at: told.at, staffId: null, doorName: '2階和室' })
  })
  const board = await town.board()
  expect(board.find(({ lockId }) => lockId === 'room-2-door')?.problems).toContain('emergency-used')
  expect(codeOf(await show(staff))).toBe('not-allowed')
  expect(codeOf(await show({ ...admin, cityId: 'sapporo' }))).toBe('not-found')
  await show()
  expect((await venue()).acts.filter(({ act }) => act === 'shown')[0]?.staffId).toBe(admin.personId)
  expect(codeOf(await town.bed.call(listEmergencyCodes, { actor: { ...admin, role: 'resident' } }))).toBe(
    'not-allowed',
  )
})

test('V13: a press made on an older page changes nothing; a change ends the number before, and each door may have its own', async () => {
  const [before = ''] = await digits()
  const { lastChange } = await venue()
  const [one, other] = await Promise.all([
    change('door', admin, lastChange),
    change('door', admin, lastChange),
  ])
  expect([codeOf(one), codeOf(other)].toSorted()).toEqual(['changed-meanwhile', 'done'])
  await arrived()
  const own = await digits()
  expect(new Set(own).size).toBe(3)
  await eventually(() => expect(enter(entrance, before)).toBe('unknown'))
  expect(enter(room1, own[1] ?? '')).toBe('open')
  expect(enter(room2, own[1] ?? '')).toBe('unknown')
})

test('V13, V5: on a lock with few places the number keeps its place, and bookings share the others', async () => {
  const [, , number = ''] = await digits()
  const [first, second] = [
    approval({ spaceId: 'room-2' }),
    approval({ spaceId: 'room-2', startsAt: '2024-11-26T00:00:00.000Z', endsAt: '2024-11-26T02:00:00.000Z' }),
  ]
  await town.approve(first)
  await onLocks(town, first)
  await town.approve(second)
  await eventually(() => expect(room2.state().codes).toBe(2))
  expect(enter(room2, number)).toBe('open')
})

test('V13: a door that is taken out of its venue loses its number at once', async () => {
  const SHED = { lockId: 'shed', name: '物置', opens: ['room-1'] }
  await town.venue({ doors: [...DOORS, SHED] }, 2)
  const shed = await town.lock(SHED.lockId)
  await eventually(async () => expect((await venue()).doors).toHaveLength(4))
  expect(valueOf(await change('venue'))).toEqual({ doors: 4 })
  await eventually(() => expect(shed.state().codes).toBe(1), 20_000)
  const [number = ''] = await digits()
  expect(enter(shed, number)).toBe('open')
  await town.venue({}, 3)
  await eventually(() => expect(shed.state().codes).toBe(0))
  expect(enter(shed, number)).toBe('unknown')
})

test('V13: a keypad that takes fewer than eight digits gets none, and is named', async () => {
  const DOOR = { lockId: 'old-keypad', name: '通用口', opens: [] }
  await town.venue({ doors: [...DOORS, DOOR] }, 4)
  await town.lock(DOOR.lockId, { holds: { slots: 10, pin: { min: 4, max: 6, rules: [] } } })
  await eventually(
    async () =>
      expect(await change('venue')).toEqual({
        ok: false,
        refusal: { code: 'keypad-too-short', detail: { doorName: '通用口' } },
      }),
    20_000,
  )
  await town.venue({}, 5)
  await eventually(async () => expect((await venue()).doors).toHaveLength(3))
})

test('V13: ended numbers open nothing, and nothing of them is left in the database but their hash', async () => {
  const own = await digits()
  await eventually(async () => expect(codeOf(await change('none'))).toBe('done'))
  await eventually(() => expect(enter(room1, own[1] ?? '')).toBe('unknown'))
  expect((await venue()).doors.every(({ state }) => state === 'none')).toBe(true)
  const [left] = await town.bed.sql<{ sealed: number; acts: string }>(
    `select count(sealed)::int as sealed, (select json_agg(a)::text from lock.emergency_acts a) as acts from lock.codes where kind = 'emergency'`,
  )
  expect(left?.sealed).toBe(0)
  for (const number of own) expect(left?.acts).not.toContain(number)
})
