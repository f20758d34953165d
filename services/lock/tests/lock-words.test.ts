import { randomUUID } from 'node:crypto'
import type { Actor } from '@asaichi/contract/actor.ts'
import { codesReissued, listDoorCodes, reissueCodes } from '@asaichi/contract/lock/staff.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forEachTest } from '@asaichi/testkit/for-each-test.ts'
import { expect, test } from 'vitest'
import { lockSecrets } from '../src/lock-secrets.ts'
import { type Approval, approval, CITY, drawn, enter, NINE, onLocks, startLockBed } from './lock-bed.ts'

const DOOR = 'room-1-door'
const staff: Actor = { personId: randomUUID(), role: 'staff', cityId: CITY }
/** As much as one keypad may have; any digits of four to ten. */
const ROOMY = { slots: 256, pin: { min: 4, max: 10, rules: [] } }

const town = forEachTest(async () => {
  const bed = await startLockBed()
  await bed.startService()
  await bed.city()
  await bed.venue({ doors: [{ lockId: DOOR, name: '1階洋室', opens: ['room-1'] }] })
  return bed
})

/** What is sealed for the door, unknown to everybody in the town. */
async function digitsOf({ reservationId }: Approval) {
  const [row] = await town.bed.sql<{ codeId: string; sealed: string; epoch: number; device: number }>(
    `select c.code_id as "codeId", c.sealed, l.epoch, l.device from lock.codes c join lock.locks l using (lock_id)
     where c.reservation_id = $1 and c.revoked_at is null`,
    [reservationId],
  )
  if (!row) throw new Error('nothing is drawn yet')
  const { codeId, sealed, epoch, device } = row
  return lockSecrets(town.master.toString('hex')).open({ lockId: DOOR, device, epoch, codeId }, sealed)
}

/** As staff see it, which tells nobody the digits. */
async function stateOf({ reservationId }: Approval) {
  const outcome = await town.bed.call(listDoorCodes, { actor: staff, lockId: DOOR })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.items.find(item => item.reservationId === reservationId)?.state
}

const becomes = (of: Approval, state: string) => eventually(async () => expect(await stateOf(of)).toBe(state))
const problems = async () => (await town.board())[0]?.problems

test('V5: a code that the lock already has is drawn again before anybody is told, and never called usable', async () => {
  const lock = await town.lock(DOOR)
  await lock.flip({ offline: true })
  const granted = approval()
  await town.approve(granted)
  const first = await eventually(() => digitsOf(granted))
  await lock.flip({ foreignCode: first })
  await lock.flip({ offline: false })
  await becomes(granted, 'on-lock')
  const [door] = await drawn(town, granted)
  expect(door?.code).not.toBe(first)
  expect(town.bed.facts.of(codesReissued)).toEqual([])
})

test('V5, T12: once the digits are with somebody a duplicate is for staff, whose new digits are told', async () => {
  const lock = await town.lock(DOOR)
  await lock.flip({ offline: true })
  const granted = approval()
  await town.approve(granted)
  const [told] = await drawn(town, granted)
  await lock.flip({ foreignCode: told?.code })
  await lock.flip({ offline: false })
  await becomes(granted, 'attention')
  await eventually(async () => expect(await problems()).toEqual(['code-refused']))
  expect(await drawn(town, granted)).toMatchObject([{ code: told?.code, state: 'attention' }])
  const { reservationId } = granted
  expect(await town.bed.call(reissueCodes, { actor: staff, reservationId })).toMatchObject({ ok: true })
  await becomes(granted, 'on-lock')
  await eventually(async () => expect(await problems()).toEqual([]))
})

test('V5: a lock is drawn digits of its own length and rules', async () => {
  await town.lock(DOOR, {
    holds: { slots: 20, pin: { min: 6, max: 8, rules: ['no-zero', 'not-starting-12'] } },
  })
  await eventually(async () =>
    expect(await town.bed.sql('select 1 from lock.lock_states where pin_min = 6')).toHaveLength(1),
  )
  const granted = approval()
  await town.approve(granted)
  const [door] = await onLocks(town, granted)
  expect(door?.code).toMatch(/^(?!12)[1-9]{6}$/)
})

test('V5: a keypad replaced by one of another kind is drawn digits that the new one takes', async () => {
  const lock = await town.lock(DOOR)
  await lock.flip({ offline: true })
  const granted = approval()
  await town.approve(granted)
  await eventually(() => digitsOf(granted))
  await lock[Symbol.asyncDispose]()
  await town.lock(DOOR, { holds: { ...ROOMY, pin: { min: 10, max: 10, rules: [] } } })
  await becomes(granted, 'on-lock')
  const [door] = await drawn(town, granted)
  expect(door?.code).toMatch(/^\d{10}$/)
})

test('V5: after five draws that a lock refused it is for staff', async () => {
  const lock = await town.lock(DOOR)
  await lock.flip({ offline: true })
  const granted = approval()
  await town.approve(granted)
  const first = await eventually(() => digitsOf(granted))
  await town.bed.sql('update lock.grants set issue = 6')
  await lock.flip({ foreignCode: first })
  await lock.flip({ offline: false })
  await becomes(granted, 'attention')
  await eventually(async () =>
    expect(await town.bed.sql(`select 1 from lock.due_work where kind = 'redraw'`)).toEqual([]),
  )
  expect(await digitsOf(granted)).toBe(first)
})

test('V5: where a lock has fewer places than codes, the nearest start is on it and the next waits', async () => {
  await town.lock(DOOR, { holds: { ...ROOMY, slots: 1 } })
  const early = approval()
  const late = approval({ startsAt: '2024-11-26T00:00:00.000Z', endsAt: '2024-11-26T02:00:00.000Z' })
  await town.approve(late)
  await onLocks(town, late)
  await town.approve(early)
  await onLocks(town, early)
  await becomes(late, 'preparing')
})

test('V5, A82: a code set at the keypad itself is left alone, counted, and its use told to staff', async () => {
  const lock = await town.lock(DOOR)
  await town.bed.at(NINE)
  await eventually(() => expect(lock.state().clock.now).toBe(NINE))
  await lock.flip({ foreignCode: '918273' })
  expect(enter(lock, '918273')).toBe('open')
  await eventually(async () => expect(await problems()).toEqual(['foreign-unlock']))
  expect(await town.board()).toMatchObject([{ foreignSlots: [0] }])
  expect(JSON.stringify(await town.bed.sql('select * from lock.lock_events'))).not.toContain('918273')
})

test('V5, T12: a lock that promised a code for its start and is cut off is for staff a quarter of an hour before', async () => {
  const lock = await town.lock(DOOR)
  const granted = approval()
  await town.approve(granted)
  await becomes(granted, 'on-lock')
  await lock.flip({ offline: true })
  await eventually(async () => expect(await problems()).toEqual(['offline']))
  // As a lock without a clock of its own leaves it: stored, and switched on at the start.
  await town.bed.sql(
    `update lock.codes set is_on_lock = false, result = 'waiting', result_due = from_at where lock_id = $1`,
    [DOOR],
  )
  await becomes(granted, 'waiting')
  await town.bed.at('2024-11-24T23:45:00.000Z')
  await becomes(granted, 'attention')
  expect(await problems()).toEqual(['offline', 'code-late'])
})
