import { codesReady } from '@asaichi/contract/lock/door-codes.ts'
import { keyedHash } from '@asaichi/lock-protocol/envelope.ts'
import { lockKey } from '@asaichi/lock-protocol/lock-keys.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { describe, expect, test } from 'vitest'
import { approval, CITY, drawn, ELEVEN, NINE, SITE, START, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city()
await town.venue()

describe('I10: codes of one lock', () => {
  test('50 approvals at once through two copies of the service: every code on the lock is another', async () => {
    const second = await town.startService()
    const grants = Array.from({ length: 50 }, (_, at) =>
      approval({ spaceId: at % 2 === 0 ? 'room-1' : 'room-2' }),
    )
    await Promise.all(grants.map(granted => town.approve(granted)))
    for (const { reservationId } of grants)
      await town.bed.facts.waitFor(codesReady, fact => fact.reservationId === reservationId)
    const codes = await Promise.all(grants.map(granted => drawn(town, granted)))
    const entrance = codes.map(doors => doors.find(door => door.lockId === 'entrance')?.code)
    expect(new Set(entrance).size).toBe(50)
    await second[Symbol.asyncDispose]()
  })

  test('I9: approvals and their cancels in any order, through two copies: no code is left', async () => {
    const second = await town.startService()
    const grants = Array.from({ length: 20 }, () => approval())
    await Promise.all(
      grants.flatMap((granted, at) =>
        at % 2 === 0
          ? [town.approve(granted), town.cancel(granted)]
          : [town.cancel(granted), town.approve(granted), town.approve(granted)],
      ),
    )
    // The clock answers when every fact was applied and all that follows from it was done.
    await town.bed.at(START)
    const ids = grants.map(granted => granted.reservationId)
    const left = await town.bed.sql(
      `select 1 from lock.codes where reservation_id = any($1) and (revoked_at is null or sealed is not null or rev_in is not null and rev_out is null)`,
      [ids],
    )
    expect(left).toEqual([])
    const closed = await town.bed.sql(
      `select 1 from lock.grants where reservation_id = any($1) and status = 'revoked'`,
      [ids],
    )
    expect(closed).toHaveLength(20)
    await second[Symbol.asyncDispose]()
  })

  test('the database refuses a value twice while it is kept, and takes it after 90 days', async () => {
    const [row] = await town.bed.sql<{ hash: string; lock_id: string; reservation_id: string }>(
      `select hash, lock_id, reservation_id from lock.codes where lock_id = 'room-2-door' limit 1`,
    )
    const insert = (from: string) =>
      town.bed.sql(
        `with g as (insert into lock.grants select gen_random_uuid(), 1, 'revoked', gen_random_uuid(), '${CITY}', '${SITE}' returning reservation_id)
         insert into lock.codes (code_id, reservation_id, lock_id, from_at, to_at, length, hash, reserved)
         select gen_random_uuid(), reservation_id, $1, $3::timestamptz, $3::timestamptz + interval '1 hour', 6, $2,
           tstzrange($3::timestamptz - interval '24 hours', $3::timestamptz + interval '90 days') from g`,
        [row?.lock_id, row?.hash, from],
      )
    await expect(insert('2025-02-20T00:00:00.000Z')).rejects.toThrow('codes_unique_on_lock')
    await expect(insert('2024-11-20T00:00:00.000Z')).rejects.toThrow('codes_unique_on_lock')
    await insert('2025-06-01T00:00:00.000Z')
  })

  test('where two locks have no free value in common, each gets its own', async () => {
    await town.city({ codeDigits: 4 }, 1, 'small-city')
    const locks = ['half-a', 'half-b'] as const
    await town.venue({
      venueId: 'halves',
      cityId: 'small-city',
      doors: locks.map(lockId => ({ lockId, name: lockId, opens: [] })),
    })
    await eventually(async () => {
      const rows = await town.bed.sql(`select 1 from lock.locks where lock_id like 'half-%'`)
      expect(rows).toHaveLength(2)
    })
    for (const [odd, lockId] of locks.entries())
      await takeValues(
        lockId,
        Array.from({ length: 10_000 }, (_, value) => value).filter(value => value % 2 === odd),
      )
    const granted = approval({ venueId: 'halves', cityId: 'small-city' })
    await town.approve(granted)
    const doors = await drawn(town, granted)
    const parity = Object.fromEntries(doors.map(door => [door.lockId, Number(door.code) % 2]))
    expect(parity).toEqual({ 'half-a': 1, 'half-b': 0 })
  })

  async function takeValues(lockId: string, values: readonly number[]) {
    const key = lockKey(town.master, lockId)
    const hashes = values.map(value => keyedHash(key, String(value).padStart(4, '0')))
    await town.bed.sql(
      `with h as (select hash, gen_random_uuid() as id from unnest($1::text[]) as hash),
         g as (insert into lock.grants select id, 1, 'revoked', gen_random_uuid(), 'small-city', 'halves' from h)
       insert into lock.codes (code_id, reservation_id, lock_id, from_at, to_at, length, hash, reserved, revoked_at, gone_at)
       select gen_random_uuid(), id, $2, $3, $4, 4, hash, tstzrange($3, $4), $3, $3 from h`,
      [hashes, lockId, NINE, ELEVEN],
    )
  }
})
