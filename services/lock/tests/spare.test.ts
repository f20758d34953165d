import { randomUUID } from 'node:crypto'
import { addMs } from '@asaichi/calendar/instant.ts'
import type { Actor } from '@asaichi/contract/actor.ts'
import { listEmergencyCodes } from '@asaichi/contract/lock/emergency.ts'
import { giveSpareCode, keepSpareCodes } from '@asaichi/contract/lock/spare.ts'
import {
  codesReissued,
  getKeyState,
  listDoorCodes,
  reissueCodes,
  staffActed,
} from '@asaichi/contract/lock/staff.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { codeOf, valueOf } from '@asaichi/testkit/outcome.ts'
import type { VirtualLock } from '@asaichi/town/virtual-lock/virtual-lock.ts'
import { expect, test } from 'vitest'
import { lockSecrets } from '../src/lock-secrets.ts'
import { approval, CITY, drawn, ELEVEN, enter, NINE, onLocks, SITE, startLockBed } from './lock-bed.ts'

const DAY_MS = 24 * 3_600_000
const town = await forThisFile(startLockBed())
const admin: Actor = { personId: randomUUID(), role: 'admin', cityId: CITY }
const staff: Actor = { ...admin, personId: randomUUID(), role: 'staff' }
await town.startService()
await town.city()
await town.venue()
const entrance = await town.lock('entrance')
const room1 = await town.lock('room-1-door')
// A keypad for six digits, which gets none.
await town.lock('room-2-door', { holds: { slots: 10, pin: { min: 4, max: 6, rules: [] } } })
await eventually(async () =>
  expect(await town.bed.sql('select 1 from lock.lock_states where slots is not null')).toHaveLength(3),
)

const keep = (keeps: boolean, actor = admin) => town.bed.call(keepSpareCodes, { actor, venueId: SITE, keeps })
const give = (reservationId: string, { lockId = 'room-1-door', actor = staff } = {}) =>
  town.bed.call(giveSpareCode, { actor, reservationId, lockId })
const venue = async () => {
  const [found] = valueOf(await town.bed.call(listEmergencyCodes, { actor: staff })).items
  if (!found) throw new Error('no venue')
  return found
}
const inStore = (counts: readonly number[]) =>
  eventually(async () => expect((await venue()).doors.map(({ spares }) => spares)).toEqual(counts), 20_000)
const problems = async () =>
  (await town.board()).find(({ lockId }) => lockId === 'room-1-door')?.problems ?? []
const keyState = async (reservationId: string) =>
  valueOf(await town.bed.call(getKeyState, { actor: staff, reservationId })).doors

/** The digits of one that nobody was given, by the master key: no question of the service tells them. */
async function digitsInStore(): Promise<string> {
  const [row] = await town.bed.sql<{ code_id: string; sealed: string; epoch: number; device: number }>(
    `select code_id, sealed, epoch, device from lock.codes join lock.locks using (lock_id)
     where lock_id = 'room-1-door' and kind = 'backup' and given_at is null and revoked_at is null`,
  )
  if (!row) throw new Error('nothing in store')
  const { code_id: codeId, sealed, epoch, device } = row
  return lockSecrets(town.master.toString('hex')).open(
    { lockId: 'room-1-door', device, epoch, codeId },
    sealed,
  )
}

async function at(now: string, ...locks: readonly VirtualLock[]): Promise<void> {
  await town.bed.at(now)
  await eventually(() => {
    for (const lock of locks) expect(lock.state().clock.now).toBe(now)
  })
}

test('V14: an admin has two numbers put in store at each door that takes eight digits; a second press changes nothing', async () => {
  expect(codeOf(await keep(true, staff))).toBe('not-allowed')
  expect(codeOf(await keep(true, { ...admin, cityId: 'sapporo' }))).toBe('not-found')
  expect(codeOf(await keep(true))).toBe('done')
  expect(codeOf(await keep(true))).toBe('done')
  await inStore([2, 2, 0])
  const { keepsSpares, acts } = await venue()
  expect(keepsSpares).toBe(true)
  expect(acts.map(({ act, staffId }) => [act, staffId])).toEqual([['spares-kept', admin.personId]])
  expect(await problems()).toEqual([])
})

const cutOff = approval()

test('V14: a lock that is cut off opens by a number that was on it before, which the person gets by mail M and staff see once', async () => {
  await at(NINE, room1)
  await room1.flip({ offline: true })
  await town.approve(cutOff)
  const { reservationId, personId } = cutOff
  const [before] = await drawn(town, cutOff)
  expect(enter(room1, before?.code ?? '')).toBe('unknown')
  expect(await keyState(reservationId)).toMatchObject([{ spare: 'ready' }, { spare: 'ready' }])
  const spare = valueOf(await give(reservationId))
  expect(spare).toMatchObject({ doorName: '1階洋室', from: NINE, to: ELEVEN })
  expect(spare.code).toMatch(/^\d{8}$/)
  expect(await town.bed.facts.waitFor(codesReissued, fact => fact.reservationId === reservationId)).toEqual({
    reservationId,
    personId,
    issue: 2,
  })
  const acted = await town.bed.facts.waitFor(staffActed, ({ aboutId }) => aboutId === reservationId)
  expect(acted).toMatchObject({ act: 'give-spare-code', staffId: staff.personId, personId })
  expect(JSON.stringify(acted)).not.toContain(spare.code)
  expect(valueOf(await town.codes(cutOff)).doors).toMatchObject([
    { lockId: 'entrance', code: before?.code },
    { lockId: 'room-1-door', code: spare.code },
  ])
  expect(codeOf(await give(reservationId))).toBe('spare-given')
  expect(await keyState(reservationId)).toMatchObject([{ spare: 'ready' }, { spare: 'given' }])
  expect(enter(room1, spare.code)).toBe('open')
})

test('V14: once the lock hears again the number opens for the booked time alone, and is off it at the end', async () => {
  const spare = (await drawn(town, cutOff)).find(({ lockId }) => lockId === 'room-1-door')
  await room1.flip({ offline: false })
  await at(NINE, room1, entrance)
  await inStore([2, 2, 0])
  expect(enter(room1, spare?.code ?? '')).toBe('open')
  expect(
    valueOf(await town.bed.call(listDoorCodes, { actor: staff, lockId: 'room-1-door' })).items,
  ).toMatchObject([{ reservationId: cutOff.reservationId, from: NINE, to: ELEVEN, state: 'usable' }])
  await at(ELEVEN, room1)
  await eventually(() => expect(room1.state().codes).toBe(2))
  expect(enter(room1, spare?.code ?? '')).not.toBe('open')
  expect(await problems()).not.toContain('spare-used')
})

test('V14: who may, when, and what a cancel and new digits do to one that was given', async () => {
  const [TWO, FOUR] = ['2024-11-25T05:00:00.000Z', '2024-11-25T07:00:00.000Z']
  const later = approval({ startsAt: TWO, endsAt: FOUR })
  const far = approval({ startsAt: '2024-11-27T00:00:00.000Z', endsAt: '2024-11-27T01:00:00.000Z' })
  for (const booking of [later, far]) {
    await town.approve(booking)
    await onLocks(town, booking)
  }
  const { reservationId } = later
  expect(codeOf(await give(reservationId, { actor: { ...staff, role: 'resident' } }))).toBe('not-allowed')
  expect(codeOf(await give(reservationId, { actor: { ...staff, cityId: 'sapporo' } }))).toBe('not-found')
  expect(codeOf(await give(reservationId, { lockId: 'room-2-door' }))).toBe('not-found')
  expect(codeOf(await give(randomUUID()))).toBe('not-found')
  expect(codeOf(await give(far.reservationId))).toBe('spare-too-early')
  expect(codeOf(await give(cutOff.reservationId))).toBe('use-is-over')

  const first = valueOf(await give(reservationId))
  valueOf(await town.bed.call(reissueCodes, { actor: staff, reservationId }))
  const [door] = await onLocks(town, later)
  expect(door?.code).not.toBe(first.code)
  const second = valueOf(await give(reservationId))
  expect(second.code).not.toBe(first.code)
  await town.cancel(later)
  await eventually(async () => expect(codeOf(await town.codes(later))).toBe('not-found'))
  await inStore([2, 2, 0])
  await eventually(() => expect(room1.state().codes).toBe(3))
  for (const { code } of [first, second]) expect(enter(room1, code)).not.toBe('open')
})

test('V14: a number that opens before anybody was given it is an alarm of its door', async () => {
  const spare = await digitsInStore()
  expect(enter(room1, spare)).toBe('open')
  await eventually(async () => expect(await problems()).toContain('spare-used'))
})

test('V14: digits that the lock refuses are drawn anew within the hour, without a word', async () => {
  const spare = await digitsInStore()
  await room1.flip({ foreignCode: spare })
  await inStore([2, 1, 0])
  expect(await problems()).not.toContain('code-refused')
  await at('2024-11-25T04:00:00.000Z', room1)
  await inStore([2, 2, 0])
  expect(await digitsInStore()).not.toBe(spare)
})

test('V14: after four weeks none of the first opens, and their heirs were on the lock two days before', async () => {
  const entranceHas = (spares: number) =>
    eventually(async () => expect((await venue()).doors[0]).toMatchObject({ spares }), 20_000)
  const count = () =>
    town.bed.sql(
      `select 1 from lock.codes where lock_id = 'entrance' and kind = 'backup' and revoked_at is null`,
    )
  const [first] = await town.bed.sql<{ to: string }>(
    `select max(to_at) as to from lock.codes where lock_id = 'entrance' and kind = 'backup' and given_at is null`,
  )
  const end = new Date(first?.to ?? '').toISOString()
  await at(addMs(end, -2 * DAY_MS), entrance)
  await entranceHas(4)
  await at(end, entrance)
  await entranceHas(2)
  await eventually(async () => expect(await count()).toHaveLength(2))
  expect(entrance.state().codes).toBe(2)
})

test('V14: when a venue keeps none any more, what was in store opens nothing, and no digits of it are left', async () => {
  const spare = await digitsInStore()
  expect(codeOf(await keep(false))).toBe('done')
  await inStore([0, 0, 0])
  await eventually(() => expect(enter(room1, spare)).toBe('unknown'))
  expect(
    await town.bed.sql(
      `select 1 from lock.codes where kind = 'backup' and given_at is null and sealed is not null`,
    ),
  ).toEqual([])
})
