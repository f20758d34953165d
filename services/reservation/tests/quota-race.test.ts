import type { Actor } from '@asaichi/contract/actor.ts'
import { forThisFile } from '@asaichi/testkit/for-this-file.ts'
import { expect, test } from 'vitest'
import { annexRoom, tellAnnexes } from './annexes.ts'
import { startReservationBed } from './reservation-bed.ts'

const CROWD = 24
const QUOTA = 2

const bed = await forThisFile(startReservationBed({ quota: { liveReservations: QUOTA } }, 2))
await tellAnnexes(bed, CROWD)
await bed.openDates('2024-12-01', '2024-12-02')

test('G2: presses at two desks of two replicas at once leave nobody over the quota', async () => {
  const people: readonly Actor[] = await bed.people(CROWD)
  await Promise.all(
    people.map((actor, nr) =>
      bed.booked(actor, { listingId: annexRoom('annex', nr), from: '20:00', to: '21:00' }),
    ),
  )
  const outcomes = await Promise.all(
    people.flatMap((actor, nr) => [
      bed.press(actor, { date: '2024-12-02', listingId: annexRoom('annex', nr), from: '09:00', to: '10:00' }),
      bed.press(actor, { date: '2024-12-02', listingId: annexRoom('other', nr), from: '13:00', to: '14:00' }),
    ]),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(CROWD)
  const live = await bed.sql<{ most: number }>(
    `select max(live)::int as most from (
       select count(*) as live from reservation.reservations where status in ('pending', 'approved') group by person_id) each`,
  )
  expect(live).toEqual([{ most: QUOTA }])
})
