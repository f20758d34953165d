import { randomUUID } from 'node:crypto'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { type Approval, approval, drawn, ELEVEN, enter, NINE, startLockBed } from './lock-bed.ts'

const town = await forThisFile(startLockBed())
await town.startService()
await town.city({ doorMinutes: { before: 15, after: 10 } })
await town.venue()

const ONE = '2024-11-25T04:00:00.000Z'

async function windowOf(granted: Approval, lockId = 'room-1-door') {
  const door = (await drawn(town, granted)).find(each => each.lockId === lockId)
  return door && `${door.from.slice(11, 16)}–${door.to.slice(11, 16)}`
}

test('G9: margins end where the room is a neighbour’s, whichever was approved first, on the entrance too', async () => {
  const later = approval({ startsAt: ELEVEN, endsAt: ONE })
  await town.approve(later)
  expect(await windowOf(later)).toBe('01:45–04:10')
  const earlier = approval({ startsAt: NINE, endsAt: ELEVEN })
  await town.approve(earlier)
  expect(await windowOf(earlier)).toBe('23:45–02:00')
  expect(await windowOf(earlier, 'entrance')).toBe('23:45–02:00')
  expect(await windowOf(later)).toBe('02:00–04:10')
  const upstairs = {
    ...approval({ startsAt: ELEVEN, endsAt: ONE }),
    reservationId: randomUUID(),
    spaceId: 'room-2',
  }
  await town.approve(upstairs)
  expect(await windowOf(upstairs, 'room-2-door')).toBe('01:45–04:10')
})

test('G9, V5: a lock that holds a code already is sent its narrower window', async () => {
  const lock = await town.lock('room-1-door')
  const first = approval({ startsAt: '2024-11-26T00:00:00.000Z', endsAt: '2024-11-26T01:00:00.000Z' })
  const second = approval({ startsAt: '2024-11-26T01:00:00.000Z', endsAt: '2024-11-26T02:00:00.000Z' })
  await town.approve(first)
  const code = (await drawn(town, first)).find(door => door.lockId === 'room-1-door')?.code ?? ''
  await town.approve(second)
  expect(await windowOf(second)).toBe('01:00–02:10')
  expect(await windowOf(first)).toBe('23:45–01:00')
  await eventually(async () => {
    const door = (await town.board()).find(each => each.lockId === 'room-1-door')
    expect(door?.revApplied).toBe(door?.rev)
  }, 20_000)
  await town.bed.at('2024-11-26T00:59:00.000Z')
  await eventually(() => expect(enter(lock, code)).toBe('open'))
  // Its margin of ten minutes would reach into the second booking.
  await town.bed.at('2024-11-26T01:05:00.000Z')
  await eventually(() => expect(enter(lock, code)).not.toBe('open'))
})
