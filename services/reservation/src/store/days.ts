import { instantAt } from '@asaichi/calendar/instant.ts'
import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import type { Executor, Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { HeldPermission, Occupied, OwnTime } from '../domain/decide.ts'
import type { KnownDay } from '../domain/known-day.ts'
import type { KeyAnswer, UsedKey } from '../domain/line.ts'
import { arrayText } from './array-text.ts'
import type { AnswerDocument, Tables } from './schema.ts'

export type Day = { readonly venueId: string; readonly date: string }
export type LockedDay = { readonly now: string }
/** Turns in a day's line, `next` to `last`; none where `next` is beyond `last`. */
export type Numbers = { readonly next: number; readonly last: number }

/**
 * Locks a venue's day, the first lock of every change to its calendar. `now` is read in the statement that waited for the
 * lock, so it cannot be older than the decision.
 */
export async function lockDay(tx: Transaction<Tables>, day: Day): Promise<LockedDay> {
  const { now } = await lockLine(tx, day, { take: 0, unused: undefined })
  return { now }
}

/**
 * Locks the day and takes numbers in its line. Numbers a desk had reserved and did not use are taken back first, unless
 * another replica has taken numbers since: then they are skipped for ever, because an earlier one would be out of order.
 */
export async function lockLine(
  tx: Executor,
  day: Day,
  { take, unused }: { readonly take: number; readonly unused: Numbers | undefined },
): Promise<{ readonly now: string; readonly numbers: Numbers }> {
  const { rows } = await sql<{ lastTurn: number; now: string }>`/* prepared */
    insert into days (venue_id, use_date, places) values (${day.venueId}, ${day.date}, ${take})
    on conflict (venue_id, use_date) do update set places =
      (case when days.places = ${unused?.last ?? -1} then ${unused ? unused.next - 1 : 0} else days.places end) + ${take}
    returning places as "lastTurn", town_now() as now`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the day vanished under its own lock')
  return { now: row.now, numbers: { next: row.lastTurn - take + 1, last: row.lastTurn } }
}

/** Locks many days in one statement, in the one order everybody takes them in. */
export async function lockDays(tx: Transaction<Tables>, days: readonly Day[]): Promise<void> {
  await sql`
    insert into days (venue_id, use_date)
    select distinct venue_id, use_date from unnest(${arrayText(days.map(day => day.venueId))}::text[], ${arrayText(days.map(day => day.date))}::date[]) as d (venue_id, use_date)
    order by venue_id, use_date
    on conflict (venue_id, use_date) do update set places = days.places`.execute(tx)
}

/** The end of a rush: numbers reserved and not needed go back, unless others were taken since. */
export async function giveBack(db: Kysely<Tables>, day: Day, unused: Numbers): Promise<void> {
  await sql`
    update days set places = ${unused.next - 1}
    where venue_id = ${day.venueId} and use_date = ${day.date} and places = ${unused.last}`.execute(db)
}

export type DayFacts = KnownDay & { readonly versions: Versions }
type Versions = { readonly venue: number; readonly city: number }

/** The day under its lock. Documents that `known` has in their newest version are not read again. */
export async function loadDay(tx: Executor, day: Day, known?: DayFacts): Promise<DayFacts | undefined> {
  const [{ rows }, occupied] = await Promise.all([findDay(tx, day, known), loadOccupied(tx, day)])
  const [row] = rows
  const policy = row?.policy ?? known?.policy
  const venue = row?.doc ?? known?.venue
  if (!row || !policy || !venue) return undefined
  return {
    policy,
    venue,
    versions: { venue: row.venueVersion, city: row.cityVersion },
    dateOpened: row.opened,
    usedKeys: new Set(row.usedKeys),
    occupied,
  }
}

function findDay(tx: Executor, day: Day, known: DayFacts | undefined) {
  return sql<{
    venueVersion: number
    cityVersion: number
    policy: CityPolicy | null
    doc: Venue | null
    opened: boolean
    usedKeys: readonly string[]
  }>`/* prepared */
    select v.version as "venueVersion", c.version as "cityVersion",
      case when c.version <> ${known?.versions.city ?? -1} then c.policy end as policy,
      case when v.version <> ${known?.versions.venue ?? -1} then v.doc end as doc,
      exists (select 1 from opened_dates o where o.city_id = v.city_id and o.use_date = ${day.date}) as opened,
      array(select k.person_id || ' ' || k.key from idempotency_keys k where k.person_id in (
        select person_id from reservations where venue_id = ${day.venueId} and use_date = ${day.date})) as "usedKeys"
    from venues v join cities c using (city_id) where v.venue_id = ${day.venueId}`.execute(tx)
}

async function loadOccupied(tx: Executor, day: Day): Promise<readonly Occupied[]> {
  const { rows } = await sql<
    Omit<Occupied, 'holder'> & {
      reservationId: string | null
      personId: string | null
      options: BookedOption[] | null
    }
  >`/* prepared */
    select o.space_id as "spaceId", lower(o.during) as "startsAt", upper(o.during) as "endsAt", o.kind, o.since,
      r.reservation_id as "reservationId", r.person_id as "personId", r.options
    from occupancies o left join reservations r on o.kind = 'reservation' and r.occupancy_id = o.occupancy_id
      and r.venue_id = ${day.venueId} and r.use_date = ${day.date}
    where o.venue_id = ${day.venueId} and lower(o.during) >= ${instantAt(day.date, '00:00')} and lower(o.during) < ${instantAt(day.date, '24:00')}
    order by o.since, o.space_id`.execute(tx)
  return rows.map(({ reservationId, personId, options, ...occupied }) => ({
    ...occupied,
    ...(reservationId !== null &&
      personId !== null && { holder: { reservationId, personId, ...(options && { options }) } }),
  }))
}

export type Person = {
  readonly personId: string
  readonly permission: HeldPermission | undefined
  readonly live: number
  /** G8: read only where the city gives points. */
  readonly bannedUntil?: string | undefined
}

/** What persons are judged by, read without a lock, and their used keys: enough to refuse, never to accept. */
export async function findPressing(
  tx: Executor,
  venueId: string,
  presses: readonly { readonly personId: string; readonly key: string }[],
): Promise<{ readonly persons: ReadonlyMap<string, Person>; readonly keys: readonly UsedKey[] }> {
  const { rows } = await sql<
    PersonRow & { key: string; bodyHash: string | null; answer: AnswerDocument | null }
  >`/* prepared */
    select p.person_id as "personId", p.key, m.status, m.adult_from as "adultFrom", m.class_id as "classId", k.body_hash as "bodyHash", k.answer,
      (select count(*)::int from reservations r where r.person_id = p.person_id and r.status in ('pending', 'approved')) as live
    from unnest(${presses.map(each => each.personId)}::uuid[], ${presses.map(each => each.key)}::text[]) as p (person_id, key)
      left join permissions m on m.person_id = p.person_id and m.city_id = (select city_id from venues where venue_id = ${venueId})
      left join idempotency_keys k on k.person_id = p.person_id and k.key = p.key`.execute(tx)
  return {
    persons: new Map(rows.map(row => [row.personId, personOf(row)])),
    keys: rows.flatMap(({ personId, key, bodyHash, answer }) =>
      bodyHash !== null && answer ? [{ personId, key, bodyHash, answer: keyAnswerFrom(answer) }] : [],
    ),
  }
}

/** Locks persons in the order of their ids and loads what they are judged by: permission and live reservations (G2). */
export async function lockPersons(
  tx: Executor,
  cityId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = [...new Set(personIds)].toSorted()
  const [, , { rows }] = await Promise.all([
    sql`/* prepared */ insert into persons (person_id) select unnest(${ids}::uuid[]) on conflict do nothing`.execute(
      tx,
    ),
    sql`/* prepared */ select 1 from persons where person_id = any(${ids}::uuid[]) order by person_id for update`.execute(
      tx,
    ),
    sql<PersonRow>`/* prepared */
    select p.person_id as "personId", m.status, m.adult_from as "adultFrom", m.class_id as "classId",
      (select count(*)::int from reservations r where r.person_id = p.person_id and r.status in ('pending', 'approved')) as live
    from persons p left join permissions m on m.person_id = p.person_id and m.city_id = ${cityId}
    where p.person_id = any(${ids}::uuid[])`.execute(tx),
  ])
  return new Map(rows.map(row => [row.personId, personOf(row)]))
}

/** G3: what these persons hold on a date, in every venue. */
export async function findOwnTimes(
  tx: Executor,
  personIds: readonly string[],
  date: string,
): Promise<ReadonlyMap<string, readonly OwnTime[]>> {
  const { rows } = await sql<OwnTime & { personId: string }>`/* prepared */
    select r.person_id as "personId", r.reservation_id as "reservationId", r.venue_id as "venueId", r.starts_at as "startsAt", r.ends_at as "endsAt"
    from reservations r
    where r.person_id = any(${[...personIds]}::uuid[]) and r.status in ('pending', 'approved') and r.use_date = ${date}
    order by r.starts_at`.execute(tx)
  return Map.groupBy(rows, row => row.personId)
}

type PersonRow = {
  readonly personId: string
  readonly status: string | null
  readonly adultFrom: string | null
  readonly classId: string | null
  readonly live: number
}

function keyAnswerFrom({ reservationId, receiptId, place }: AnswerDocument): KeyAnswer {
  return { reservationId, receiptId, turn: place }
}

function personOf({ personId, status, adultFrom, classId, live }: PersonRow): Person {
  return { personId, live, permission: status && adultFrom ? { status, adultFrom, classId } : undefined }
}
