import { randomUUID } from 'node:crypto'
import type { Actor } from '@asaichi/contract/actor.ts'
import {
  codesReissued,
  getKeyState,
  listDoorCodes,
  reissueCodes,
  resyncDoor,
  staffActed,
} from '@asaichi/contract/lock/staff.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { approval, CITY, drawn, ELEVEN, enter, NINE, onLocks, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city()
await town.venue()

const staff: Actor = { personId: randomUUID(), role: 'staff', cityId: CITY }
const elsewhere: Actor = { ...staff, cityId: 'sapporo' }
const resident: Actor = { ...staff, role: 'resident' }

test('V5: new digits replace the old ones on every lock and are told; the old ones no longer open', async () => {
  const entrance = await town.lock('entrance')
  const room = await town.lock('room-1-door')
  const granted = approval()
  await town.approve(granted)
  const [before] = await onLocks(town, granted)
  const { reservationId, personId } = granted
  expect(await town.bed.call(reissueCodes, { actor: staff, reservationId })).toEqual({
    ok: true,
    value: { doors: 2 },
  })
  expect(await town.bed.facts.waitFor(codesReissued, fact => fact.reservationId === reservationId)).toEqual({
    reservationId,
    personId,
    issue: 2,
  })
  const act = { act: 'reissue-codes', staffId: staff.personId, cityId: CITY, personId }
  expect(await town.bed.facts.waitFor(staffActed, ({ aboutId }) => aboutId === reservationId)).toMatchObject(
    act,
  )
  const [after, second] = await onLocks(town, granted)
  expect(after?.code).toBe(second?.code)
  expect(after?.code).not.toBe(before?.code)
  await town.bed.at(NINE)
  await eventually(() => {
    for (const lock of [entrance, room]) expect(lock.state().clock.now).toBe(NINE)
  })
  expect(enter(room, before?.code ?? '')).toBe('unknown')
  expect(enter(room, after?.code ?? '')).toBe('open')
  expect(await town.bed.call(listDoorCodes, { actor: staff, lockId: 'room-1-door' })).toEqual({
    ok: true,
    value: { items: [{ reservationId, from: NINE, to: ELEVEN, state: 'usable' }] },
  })
  // T12: somebody stands before the door with the earlier code.
  expect(enter(room, before?.code ?? '')).toBe('unknown')
  await eventually(async () => {
    const state = await town.bed.call(getKeyState, { actor: staff, reservationId })
    expect(state).toMatchObject({
      value: { doors: [{ state: 'usable' }, { state: 'usable' }] },
    })
    expect(state.ok && state.value.presses.map(({ result, own }) => [result, own])).toEqual([
      ['unknown', false],
      ['opened', true],
      ['unknown', false],
    ])
    expect(JSON.stringify(state)).not.toContain(after?.code)
  })
  for (const [actor, code] of [
    [elsewhere, 'not-found'],
    [resident, 'not-allowed'],
  ] as const)
    expect(await town.bed.call(getKeyState, { actor, reservationId })).toMatchObject({ refusal: { code } })
})

test('T12: a door is sent its set again under the next revision', async () => {
  const [door] = await town.board()
  if (!door) throw new Error('no door')
  expect(await town.bed.call(resyncDoor, { actor: staff, lockId: door.lockId })).toEqual({
    ok: true,
    value: { rev: door.rev + 1 },
  })
  await eventually(async () =>
    expect((await town.board()).find(each => each.lockId === door.lockId)).toMatchObject({
      revHeld: door.rev + 1,
      codes: door.codes,
    }),
  )
})

test('T12: residents and staff elsewhere do nothing to locks, and nothing is drawn anew after the end or before the grant', async () => {
  const granted = approval({ spaceId: 'room-2', startsAt: ELEVEN, endsAt: '2024-11-25T03:00:00.000Z' })
  await town.approve(granted)
  await drawn(town, granted)
  const { reservationId } = granted
  for (const [actor, code] of [
    [resident, 'not-allowed'],
    [elsewhere, 'not-found'],
  ] as const) {
    expect(await town.bed.call(reissueCodes, { actor, reservationId })).toMatchObject({ refusal: { code } })
    expect(await town.bed.call(resyncDoor, { actor, lockId: 'entrance' })).toMatchObject({
      refusal: { code },
    })
    expect(await town.bed.call(listDoorCodes, { actor, lockId: 'entrance' })).toMatchObject({
      refusal: { code },
    })
  }
  expect(await town.bed.call(reissueCodes, { actor: staff, reservationId: randomUUID() })).toMatchObject({
    refusal: { code: 'not-found' },
  })
  await town.bed.at('2024-11-25T03:00:00.000Z')
  expect(await town.bed.call(reissueCodes, { actor: staff, reservationId })).toMatchObject({
    refusal: { code: 'use-is-over' },
  })
})
