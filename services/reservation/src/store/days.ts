import { instantAt } from '@asaichi/calendar/instant.ts'
import type { CityPolicy, Venue } from '@asaichi/contract/catalog.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Occupied } from '../domain/decide.ts'
import type { Tables } from './schema.ts'

export type Day = { readonly venueId: string; readonly date: string }
export type LockedDay = { readonly now: string; readonly lastPlace: number }

/**
 * Locks a venue's day, the first lock of every change to its calendar, and takes `places` numbers in its line.
 * `now` is read in the statement that waited for the lock, so it cannot be older than the decision.
 */
export async function lockDay(tx: Transaction<Tables>, day: Day, places = 0): Promise<LockedDay> {
  await sql`insert into days (venue_id, use_date) values (${day.venueId}, ${day.date}) on conflict do nothing`.execute(
    tx,
  )
  const { rows } = await sql<{ places: number; now: string }>`
    update days set places = places + ${places} where venue_id = ${day.venueId} and use_date = ${day.date}
    returning places, town_now() as now`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the day vanished under its own lock')
  return { now: row.now, lastPlace: row.places }
}

export type DayFacts = {
  readonly policy: CityPolicy
  readonly venue: Venue
  readonly dateOpened: boolean
  readonly occupied: readonly Occupied[]
}

export async function loadDay(tx: Transaction<Tables>, day: Day): Promise<DayFacts | undefined> {
  const { rows } = await sql<{ policy: CityPolicy; doc: Venue; opened: boolean }>`
    select c.policy, v.doc, exists (select 1 from opened_dates o where o.city_id = v.city_id and o.use_date = ${day.date}) as opened
    from venues v join cities c using (city_id) where v.venue_id = ${day.venueId}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  return { policy: row.policy, venue: row.doc, dateOpened: row.opened, occupied: await loadOccupied(tx, day) }
}

async function loadOccupied(tx: Transaction<Tables>, day: Day): Promise<readonly Occupied[]> {
  const { rows } = await sql<Occupied>`
    select space_id as "spaceId", lower(during) as "startsAt", upper(during) as "endsAt", kind, since from occupancies
    where venue_id = ${day.venueId} and during && tstzrange(${instantAt(day.date, '00:00')}, ${instantAt(day.date, '24:00')}, '[)')
    order by since, space_id`.execute(tx)
  return rows
}

export type Person = {
  readonly personId: string
  readonly permission: { readonly status: string; readonly adultFrom: string } | undefined
  readonly live: number
}

/** Locks persons in the order of their ids and loads what they are judged by: permission and live reservations (G2), but for one that is being moved. */
export async function lockPersons(
  tx: Transaction<Tables>,
  cityId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(personIds)].toSorted()
  await sql`insert into persons (person_id) select unnest(${ids}::uuid[]) on conflict do nothing`.execute(tx)
  await sql`select 1 from persons where person_id = any(${ids}::uuid[]) order by person_id for update`.execute(
    tx,
  )
  const { rows } = await sql<{
    personId: string
    status: string | null
    adultFrom: string | null
    live: number
  }>`
    select p.person_id as "personId", m.status, m.adult_from as "adultFrom",
      (select count(*)::int from reservations r where r.person_id = p.person_id and r.status in ('pending', 'approved')
        and not exists (select 1 from moves where moves.reservation_id = r.reservation_id)) as live
    from persons p left join permissions m on m.person_id = p.person_id and m.city_id = ${cityId}
    where p.person_id = any(${ids}::uuid[])`.execute(tx)
  return new Map(
    rows.map(row => [
      row.personId,
      {
        personId: row.personId,
        live: row.live,
        permission:
          row.status && row.adultFrom ? { status: row.status, adultFrom: row.adultFrom } : undefined,
      },
    ]),
  )
}
