import { randomUUID } from 'node:crypto'
import { emit } from '@asaichi/bus/emit.ts'
import { codesReady, getDoorCodes, listDoors } from '@asaichi/contract/lock/door-codes.ts'
import {
  reservationApproved,
  reservationExpired,
  reservationMoved,
} from '@asaichi/contract/reservation/reservation.ts'
import { sealCode } from '@asaichi/lock-protocol/envelope.ts'
import { lockKey } from '@asaichi/lock-protocol/lock-keys.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { describe, expect, test } from 'vitest'
import { isWeak } from '../src/domain/code-draw.ts'
import { approval, CITY, DOORS, drawn, ELEVEN, NINE, SITE, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city()
await town.venue()

const readyOf = (reservationId: string) =>
  town.bed.facts.of(codesReady).filter(fact => fact.reservationId === reservationId)

describe('M26: an approval', () => {
  test('gives one code for the room and the entrance, six digits, valid for the booked time', async () => {
    const granted = approval()
    await town.approve(granted)
    const doors = await drawn(town, granted)
    expect(doors).toEqual([
      expect.objectContaining({ lockId: 'entrance', doorName: '玄関', from: NINE, to: ELEVEN }),
      expect.objectContaining({ lockId: 'room-1-door', doorName: '1階洋室', from: NINE, to: ELEVEN }),
    ])
    const [code = ''] = doors.map(door => door.code)
    expect(code).toMatch(/^\d{6}$/)
    expect(isWeak(code)).toBe(false)
    expect(doors.map(door => door.code)).toEqual([code, code])
    await town.bed.facts.waitFor(codesReady, fact => fact.reservationId === granted.reservationId)
    expect(readyOf(granted.reservationId)).toEqual([
      { reservationId: granted.reservationId, personId: granted.personId, doors: 2 },
    ])
  })

  test('told twice gives one code', async () => {
    const granted = approval({ startsAt: '2024-11-25T03:00:00.000Z', endsAt: '2024-11-25T04:00:00.000Z' })
    await town.approve(granted)
    const before = await drawn(town, granted)
    await town.approve(granted)
    const marker = approval({ startsAt: '2024-11-25T04:00:00.000Z', endsAt: '2024-11-25T05:00:00.000Z' })
    await town.approve(marker)
    await drawn(town, marker)
    expect(await drawn(town, granted)).toEqual(before)
    await town.bed.facts.waitFor(codesReady, fact => fact.reservationId === marker.reservationId)
    expect(readyOf(granted.reservationId)).toHaveLength(1)
  })

  test('of another room at the same time gives another code for the entrance both share', async () => {
    const one = approval({ startsAt: '2024-11-26T00:00:00.000Z', endsAt: '2024-11-26T01:00:00.000Z' })
    const other = { ...one, reservationId: randomUUID(), spaceId: 'room-2' }
    await Promise.all([town.approve(one), town.approve(other)])
    const codes = await Promise.all([drawn(town, one), drawn(town, other)])
    const entrance = codes.map(doors => doors.find(door => door.lockId === 'entrance')?.code)
    expect(entrance[0]).not.toBe(entrance[1])
    expect(codes[1]?.map(door => door.lockId)).toEqual(['entrance', 'room-2-door'])
  })

  test('heard after its cancel gives no code, ever', async () => {
    const late = approval()
    await town.cancel(late)
    await town.approve(late)
    const marker = approval({ startsAt: '2024-11-26T03:00:00.000Z', endsAt: '2024-11-26T04:00:00.000Z' })
    await town.approve(marker)
    await town.bed.facts.waitFor(codesReady, fact => fact.reservationId === marker.reservationId)
    expect(await town.codes(late)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
    expect(readyOf(late.reservationId)).toEqual([])
    const rows = await town.bed.sql('select 1 from lock.codes where reservation_id = $1', [
      late.reservationId,
    ])
    expect(rows).toEqual([])
  })

  test('M30: that a move gives up ends its codes, and the new approval has codes of its own for the new time', async () => {
    const old = approval()
    await town.approve(old)
    await drawn(town, old)
    const moved = approval({ startsAt: '2024-11-26T05:00:00.000Z', endsAt: '2024-11-26T06:00:00.000Z' })
    const { personId, cityId, venueId } = old
    await town.publish.reservation(tx =>
      emit(tx, reservationMoved, {
        aggregateId: moved.reservationId,
        version: 1,
        data: {
          reservationId: moved.reservationId,
          personId,
          cityId,
          venueId,
          version: 1,
          keepsApproval: true,
          from: { reservationId: old.reservationId, version: 3 },
        },
      }),
    )
    await town.approve(moved)
    expect(await drawn(town, moved)).toContainEqual(
      expect.objectContaining({ from: moved.startsAt, to: moved.endsAt }),
    )
    expect(await town.codes(old)).toMatchObject({ ok: false })
  })

  test('heard after its expiry gives no code either', async () => {
    const late = approval()
    const { reservationId, personId, cityId, venueId } = late
    await town.publish.reservation(tx =>
      emit(tx, reservationExpired, {
        aggregateId: reservationId,
        version: 3,
        data: { reservationId, personId, cityId, venueId, version: 3 },
      }),
    )
    await town.approve(late)
    await eventually(async () => {
      const rows = await town.bed.sql('select status from lock.grants where reservation_id = $1', [
        reservationId,
      ])
      expect(rows).toEqual([{ status: 'revoked' }])
    })
    expect(await town.codes(late)).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })
})

describe('M26: the copy of the catalogue', () => {
  test('a venue without doors is answered at once, with none', async () => {
    await town.venue({ venueId: 'no-locks', doors: [] })
    const granted = approval({ venueId: 'no-locks' })
    await town.approve(granted)
    await town.bed.facts.waitFor(codesReady, fact => fact.reservationId === granted.reservationId)
    expect(readyOf(granted.reservationId)).toMatchObject([{ doors: 0 }])
    expect(await town.codes(granted)).toEqual({ ok: true, value: { doors: [] } })
  })

  test('an approval of a venue and a city nobody has told of waits for both', async () => {
    const granted = approval({ venueId: 'late-hall', cityId: 'late-city', spaceId: 'late-room' })
    await town.approve(granted)
    await eventually(async () =>
      expect(await town.codes(granted)).toMatchObject({ ok: false, refusal: { code: 'not-ready' } }),
    )
    await town.venue({
      venueId: 'late-hall',
      cityId: 'late-city',
      doors: [{ lockId: 'late-door', name: '裏口', opens: ['late-room'] }],
    })
    await eventually(async () => {
      const rows = await town.bed.sql(
        `select 1 from lock.venues where venue_id = 'late-hall' and version = 1`,
      )
      expect(rows).toHaveLength(1)
    })
    expect(await town.codes(granted)).toMatchObject({ ok: false, refusal: { code: 'not-ready' } })
    await town.city({ codeDigits: 8, doorMinutes: { before: 15, after: 30 } }, 1, 'late-city')
    expect(await drawn(town, granted)).toEqual([
      expect.objectContaining({
        lockId: 'late-door',
        code: expect.stringMatching(/^\d{8}$/),
        from: '2024-11-24T23:45:00.000Z',
        to: '2024-11-25T02:30:00.000Z',
      }),
    ])
    expect(readyOf(granted.reservationId)).toHaveLength(1)
  })

  test('venue and approval arriving together never leave a grant waiting', async () => {
    const grants = Array.from({ length: 10 }, (_, at) => approval({ venueId: `pair-${at}` }))
    await Promise.all(
      grants.flatMap(granted => [
        town.approve(granted),
        town.venue({
          venueId: granted.venueId,
          doors: [{ lockId: `${granted.venueId}-door`, name: '玄関', opens: [] }],
        }),
      ]),
    )
    for (const granted of grants) expect(await drawn(town, granted)).toHaveLength(1)
  })

  test('an older version of a venue changes nothing', async () => {
    await town.venue({ venueId: 'versions', doors: [{ lockId: 'versions-door', name: '新', opens: [] }] }, 5)
    await town.venue({ venueId: 'versions', doors: [] }, 4)
    const granted = approval({ venueId: 'versions' })
    await town.approve(granted)
    expect(await drawn(town, granted)).toEqual([expect.objectContaining({ doorName: '新' })])
  })
})

describe('who may see codes', () => {
  test('another resident and staff do not, the mail does', async () => {
    const granted = approval({ startsAt: '2024-11-27T00:00:00.000Z', endsAt: '2024-11-27T01:00:00.000Z' })
    await town.approve(granted)
    const mine = await drawn(town, granted)
    const { reservationId } = granted
    for (const role of ['resident', 'staff', 'admin'] as const) {
      const asker = { personId: randomUUID(), role, cityId: CITY }
      expect(await town.bed.call(getDoorCodes, { reservationId, asker })).toMatchObject({
        ok: false,
        refusal: { code: 'not-found' },
      })
    }
    expect(await town.bed.call(getDoorCodes, { reservationId, asker: 'mail' })).toMatchObject({
      ok: true,
      value: { doors: mine.map(({ lockId, code }) => ({ lockId, code })) },
    })
  })

  test('a reservation nobody approved is not found', async () => {
    expect(await town.codes(approval())).toMatchObject({ ok: false, refusal: { code: 'not-found' } })
  })

  test('a code moved to another lock in the database does not open: a fault, not a wrong code', async () => {
    const granted = approval({ startsAt: '2024-11-27T03:00:00.000Z', endsAt: '2024-11-27T04:00:00.000Z' })
    await town.approve(granted)
    await drawn(town, granted)
    const place = { lockId: 'entrance', epoch: 1, codeId: randomUUID() }
    await town.bed.sql('update lock.codes set sealed = $1 where reservation_id = $2', [
      sealCode(lockKey(town.master, 'entrance'), place, '482913'),
      granted.reservationId,
    ])
    await expect(town.codes(granted)).rejects.toThrow('fault')
  })
})

describe('T12: the board', () => {
  test('is for staff, and shows the doors of their own city', async () => {
    const resident = { personId: randomUUID(), role: 'resident', cityId: CITY } as const
    expect(await town.bed.call(listDoors, { actor: resident })).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed' },
    })
    const mine = (await town.board()).filter(door => door.venueId === SITE)
    expect(mine.map(door => door.lockId).toSorted()).toEqual(DOORS.map(door => door.lockId).toSorted())
    expect((await town.board('late-city')).map(door => door.lockId)).toEqual(['late-door'])
  })

  test('shows a door whose lock was never heard of', async () => {
    const [door] = await town.board('late-city')
    expect(door).toMatchObject({ online: false, revApplied: null, battery: null })
    expect(door?.problems).toContain('offline')
  })
})

test('an approval whose message is not ours is parked, and the next one goes on', async () => {
  const broken = approval()
  await town.publish.reservation(tx =>
    emit(
      tx,
      { ...reservationApproved, data: reservationApproved.data.partial() },
      { aggregateId: broken.reservationId, version: 2, data: { reservationId: broken.reservationId } },
    ),
  )
  const next = approval({ startsAt: '2024-11-27T05:00:00.000Z', endsAt: '2024-11-27T06:00:00.000Z' })
  await town.approve(next)
  expect(await drawn(town, next)).toHaveLength(2)
})
