import { randomUUID } from 'node:crypto'
import type { Actor } from '@asaichi/contract/actor.ts'
import { reissueCodes } from '@asaichi/contract/lock/staff.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { holdRows } from '@asaichi/testkit/held-rows.ts'
import { expect, test } from 'vitest'
import { approval, CITY, drawn, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city()
await town.venue()

const staff: Actor = { personId: randomUUID(), role: 'staff', cityId: CITY }

test('I9: new digits wait for whoever changes the grant', async () => {
  const granted = approval()
  await town.approve(granted)
  await drawn(town, granted)
  const { reservationId } = granted
  await using held = await holdRows(
    town.bed.adminUrl,
    'select 1 from lock.grants where reservation_id = $1 for update',
    [reservationId],
  )
  const reissuing = town.bed.call(reissueCodes, { actor: staff, reservationId })
  await held.waitedForBy(/"grants".* for update/s)
  await held.release()
  expect(await reissuing).toMatchObject({ ok: true })
})

test('V5: digits for a lock wait for whoever draws some for it, so that no two codes on it are alike', async () => {
  await eventually(async () => expect(await town.board()).not.toEqual([]))
  await using held = await holdRows(
    town.bed.adminUrl,
    `select 1 from lock.locks where lock_id = 'entrance' for update`,
  )
  const granted = approval()
  await town.approve(granted)
  await held.waitedForBy(/"locks".* for update/s)
  await held.release()
  await drawn(town, granted)
})
