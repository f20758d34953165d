import { emit } from '@asaichi/bus/emit.ts'
import { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import { newId } from '@asaichi/service/new-id.ts'
import { eventually } from '@asaichi/testkit/eventually.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { startLotteryBed, wishOf } from './lottery-bed.ts'

const bed = await forThisFile(startLotteryBed())
const { reservation } = bed.neighbours
const ROOM = 'yoshitsu'

// 13:00 to 15:00 of the use date that the bed's wishes are for.
const HELD = { startsAt: '2024-12-01T04:00:00.000Z', endsAt: '2024-12-01T06:00:00.000Z' }

async function told(
  kind: 'city-use' | 'closure' | 'reservation',
  spaceIds: readonly string[],
): Promise<string> {
  const occupancyId = newId()
  const occupancy = { occupancyId, spaceIds: [...spaceIds], venueId: 'kokaido', kind, ...HELD }
  await reservation.publish(tx =>
    emit(tx, spacesOccupied, { aggregateId: occupancyId, version: 1, data: { occupancies: [occupancy] } }),
  )
  return occupancyId
}

async function released(occupancyId: string, spaceIds: readonly string[]): Promise<void> {
  await reservation.publish(tx =>
    emit(tx, spaceReleased, {
      aggregateId: occupancyId,
      version: 2,
      data: { occupancyId, spaceIds: [...spaceIds], venueId: 'kokaido' },
    }),
  )
}

test('M19, G13: a wish for what the city holds is refused at once, and one beside it is taken', async () => {
  const actor = await bed.person()
  const occupancyId = await told('closure', [ROOM])
  await bed.quiet(reservation)
  const wish = { from: '14:00', to: '16:00' }
  expect(await bed.enter(actor, { wish })).toMatchObject({
    refusal: { code: 'held-by-city', detail: { kind: 'closure' } },
  })
  expect(await bed.enter(actor, { wish: { from: '15:00', to: '16:00' } })).toMatchObject({ ok: true })
  await released(occupancyId, [ROOM])
  await eventually(async () =>
    expect(await bed.enter(await bed.person(), { wish })).toMatchObject({ ok: true }),
  )
})

test('M19: a booking is no hold, and a release that was told first counts', async () => {
  await told('reservation', [ROOM])
  const occupancyId = newId()
  await released(occupancyId, [ROOM])
  await reservation.publish(tx =>
    emit(tx, spacesOccupied, {
      aggregateId: occupancyId,
      version: 1,
      data: {
        occupancies: [{ occupancyId, spaceIds: [ROOM], venueId: 'kokaido', kind: 'city-use', ...HELD }],
      },
    }),
  )
  await bed.quiet(reservation)
  expect(await bed.enter(await bed.person(), { wish: wishOf({ from: '13:00', to: '14:00' }) })).toMatchObject(
    {
      ok: true,
    },
  )
})
