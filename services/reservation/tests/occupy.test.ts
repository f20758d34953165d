import { newId } from '@asaichi/service/new-id.ts'
import { openDatabase } from '@asaichi/store/database.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { type Occupancy, occupy } from '../src/store/occupancies.ts'
import type { Tables } from '../src/store/schema.ts'
import { startReservationBed } from './reservation-bed.ts'

const bed = await forThisFile(startReservationBed())
const { db } = await forThisFile(
  Promise.resolve(openDatabase<Tables>(bed.config('reservation').DATABASE_URL, { schema: 'reservation' })),
)

const SINCE = '2024-11-10T00:00:00.000Z'

// Past the desk and its lock, as a program would come that forgot them.
async function taken(...occupancies: readonly Partial<Occupancy>[]): Promise<readonly string[]> {
  const whole = occupancies.map(each => ({
    occupancyId: newId(),
    venueId: 'kokaido',
    spaceIds: ['hall-a'],
    startsAt: '2024-12-01T00:00:00.000Z',
    endsAt: '2024-12-01T02:00:00.000Z',
    kind: 'reservation' as const,
    since: SINCE,
    ...each,
  }))
  const held = await db.transaction().execute(tx => occupy(tx, whole))
  return whole.filter(({ occupancyId }) => held.has(occupancyId)).map(({ occupancyId }) => occupancyId)
}

async function rowsAt(startsAt: string) {
  return await bed.sql<{ space_id: string }>(
    `select space_id from reservation.occupancies where lower(during) = $1 order by space_id`,
    [startsAt],
  )
}

test('Q1: the database itself keeps two occupancies of a space apart', async () => {
  expect(await taken({})).toHaveLength(1)
  expect(await taken({})).toEqual([])
  expect(await taken({ startsAt: '2024-12-01T01:30:00.000Z', endsAt: '2024-12-01T03:00:00.000Z' })).toEqual(
    [],
  )
  expect(
    await taken({ startsAt: '2024-12-01T02:00:00.000Z', endsAt: '2024-12-01T03:00:00.000Z' }),
  ).toHaveLength(1)
})

test('M13: a whole of which one part is taken takes nothing', async () => {
  const span = { startsAt: '2024-12-02T00:00:00.000Z', endsAt: '2024-12-02T02:00:00.000Z' }
  await taken({ ...span, spaceIds: ['hall-b'] })
  expect(await taken({ ...span, spaceIds: ['hall', 'hall-a', 'hall-b'] })).toEqual([])
  expect(await rowsAt(span.startsAt)).toEqual([{ space_id: 'hall-b' }])
})

test('Q1: of many who take one time at the same moment one holds it, and nobody waits for a deadlock', async () => {
  const span = { startsAt: '2024-12-03T00:00:00.000Z', endsAt: '2024-12-03T02:00:00.000Z' }
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => taken({ ...span, spaceIds: ['hall', 'hall-a', 'hall-b'] })),
  )
  expect(tries.flat()).toHaveLength(1)
  expect(await rowsAt(span.startsAt)).toHaveLength(3)
})
