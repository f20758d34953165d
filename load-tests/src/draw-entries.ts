import { randomUUID } from 'node:crypto'
import { drawingCity, drawnVenue, slotsOf } from './city.ts'
import { eventually } from './eventually.ts'
import type { Resident } from './residents.ts'
import type { Sql } from './sql.ts'

const AT_ONCE = 2_000

/**
 * One entry a resident in the neighbour's draw of this date. From here on it is an ordinary draw: frozen at midnight, drawn in
 * secret, published at seven, and each entry is one result mail queued in that moment.
 */
export async function enterAll(
  sql: Sql,
  date: string,
  residents: readonly Pick<Resident, 'personId'>[],
): Promise<void> {
  const roundId = await openRound(sql, date)
  const slots = slotsOf([drawnVenue], 60)
  const wishes = slots.map(slot => [
    {
      ...slot,
      date,
      venueId: drawnVenue.venueId,
      venueName: drawnVenue.name,
      spaceName: slot.listingId,
      spaceIds: [slot.listingId],
    },
  ])
  for (let from = 0; from < residents.length; from += AT_ONCE) {
    const some = residents.slice(from, from + AT_ONCE)
    await sql(
      `insert into lottery.entries
         (entry_id, round_id, city_id, person_id, status, wishes, event_name, people, note, entered_at)
       select entry_id, $3, $4, person_id, 'entered', wishes, '朝の集まり', 2, '朝の会', town_now()
       from unnest($1::uuid[], $2::uuid[], $5::jsonb[]) as each (entry_id, person_id, wishes)`,
      [
        some.map(() => randomUUID()),
        some.map(({ personId }) => personId),
        roundId,
        drawingCity.cityId,
        some.map((_, index) => JSON.stringify(wishes[(from + index) % wishes.length])),
      ],
    )
  }
}

async function openRound(sql: Sql, date: string): Promise<string> {
  return eventually(`the neighbour's round of ${date} is open`, async () => {
    const [round] = await sql<{ round_id: string }>(
      `select round_id from lottery.rounds
       where city_id = $1 and status = 'open' and $2::date between first_date and last_date`,
      [drawingCity.cityId, date],
    )
    return round?.round_id
  })
}
