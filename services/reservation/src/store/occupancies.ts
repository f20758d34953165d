import { emitAll, inParts } from '@asaichi/bus/emit.ts'
import { spaceReleased, spacesOccupied } from '@asaichi/contract/reservation/occupancies.ts'
import type { Executor, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Occupied } from '../domain/decide.ts'
import { arrayText } from './array-text.ts'
import type { Tables } from './schema.ts'

export type Occupancy = {
  readonly occupancyId: string
  readonly venueId: string
  readonly spaceIds: readonly string[]
  readonly startsAt: string
  readonly endsAt: string
  readonly kind: Occupied['kind']
  readonly since: string
}

/** Inserts occupancies and tells of them; answers the ids that hold their time, all spaces of each or none. */
export async function occupy(
  tx: Transaction<Tables>,
  occupancies: readonly Occupancy[],
): Promise<ReadonlySet<string>> {
  const held = await takeTimes(tx, occupancies)
  await emitAll(tx, occupiedFacts(occupancies.filter(each => held.has(each.occupancyId))))
  return held
}

/**
 * `occupy` without its facts, for who tells them with others.
 * A plain insert under contention waits out deadlock_timeout in chains (47 s seen), `on conflict do nothing` never does.
 */
export async function takeTimes(
  tx: Executor,
  occupancies: readonly Occupancy[],
): Promise<ReadonlySet<string>> {
  if (occupancies.length === 0) return new Set()
  const rows = occupancies
    .flatMap(each => each.spaceIds.map(spaceId => ({ ...each, spaceId })))
    .toSorted((a, b) => (`${a.spaceId} ${a.startsAt}` < `${b.spaceId} ${b.startsAt}` ? -1 : 1))
  const list = (name: keyof Omit<(typeof rows)[number], 'spaceIds'>) => arrayText(rows.map(row => row[name]))
  const { rows: inserted } = await sql<{ occupancyId: string }>`/* prepared */
    insert into occupancies (occupancy_id, space_id, venue_id, during, kind, since)
    select r.occupancy_id, r.space_id, r.venue_id, tstzrange(r.starts_at, r.ends_at, '[)'), r.kind, r.since
    from unnest(${list('occupancyId')}::uuid[], ${list('spaceId')}::text[], ${list('venueId')}::text[], ${list('startsAt')}::timestamptz[],
      ${list('endsAt')}::timestamptz[], ${list('kind')}::text[], ${list('since')}::timestamptz[])
      as r (occupancy_id, space_id, venue_id, starts_at, ends_at, kind, since)
    on conflict on constraint occupancies_apart do nothing
    returning occupancy_id as "occupancyId"`.execute(tx)
  const rowsOf = Map.groupBy(inserted, row => row.occupancyId)
  const held = occupancies.filter(each => rowsOf.get(each.occupancyId)?.length === each.spaceIds.length)
  const whole = new Set(held.map(each => each.occupancyId))
  const partial = [...rowsOf.keys()].filter(id => !whole.has(id))
  if (partial.length > 0)
    await sql`delete from occupancies where occupancy_id = any(${partial}::uuid[])`.execute(tx)
  return whole
}

export function occupiedFacts(held: readonly Occupancy[]) {
  const occupancies = held.map(({ since: _, ...each }) => each)
  return inParts(occupancies).map(part => ({
    event: spacesOccupied,
    aggregateId: part[0].occupancyId,
    version: 1,
    data: { occupancies: part },
  }))
}

/** Frees an occupancy and tells of it, the desks of every replica too; answers what it held, or nothing where it was free already. */
export async function release(tx: Transaction<Tables>, occupancyId: string): Promise<Occupancy | undefined> {
  const { rows } = await sql<{
    venueId: string
    spaceId: string
    startsAt: string
    endsAt: string
    kind: Occupied['kind']
    since: string
  }>`
    with freed as (delete from occupancies where occupancy_id = ${occupancyId} returning *)
    select venue_id as "venueId", space_id as "spaceId", lower(during) as "startsAt", upper(during) as "endsAt", kind, since,
      pg_notify(current_schema() || '_freed', '') as told from freed`.execute(tx)
  const [first] = rows
  if (!first) return undefined
  const spaceIds = rows.map(row => row.spaceId).toSorted()
  await emitAll(tx, [
    {
      event: spaceReleased,
      aggregateId: occupancyId,
      version: 2,
      data: { occupancyId, spaceIds, venueId: first.venueId },
    },
  ])
  return {
    occupancyId,
    venueId: first.venueId,
    spaceIds,
    startsAt: first.startsAt,
    endsAt: first.endsAt,
    kind: first.kind,
    since: first.since,
  }
}

const MOST_IN_THE_WAY = 20

/** G13: what staff would have to move before they can hold this time; what waits to reopen is nobody's. */
export async function findInTheWay(
  tx: Transaction<Tables>,
  span: { readonly spaceIds: readonly string[]; readonly startsAt: string; readonly endsAt: string },
) {
  const { rows } = await sql<Occupied & { readonly reservationId: string | null }>`
    select o.space_id as "spaceId", lower(o.during) as "startsAt", upper(o.during) as "endsAt", o.kind, o.since, r.reservation_id as "reservationId"
    from occupancies o left join reservations r on o.kind = 'reservation' and r.occupancy_id = o.occupancy_id
      and r.venue_id = o.venue_id and r.starts_at = lower(o.during) and r.status in ('pending', 'approved', 'used')
    where o.space_id = any(${[...span.spaceIds]}) and o.during && tstzrange(${span.startsAt}, ${span.endsAt}, '[)') and o.kind <> 'reopening'
    order by lower(o.during), o.space_id limit ${MOST_IN_THE_WAY}`.execute(tx)
  return rows
}

/** What stands in the way of each of these, the oldest first, by their ids. */
export async function findBlockers(
  tx: Transaction<Tables>,
  wanted: readonly Occupancy[],
): Promise<ReadonlyMap<string, Pick<Occupied, 'kind' | 'since'>>> {
  const rows = wanted.flatMap(each => each.spaceIds.map(spaceId => ({ ...each, spaceId })))
  const list = (name: 'occupancyId' | 'spaceId' | 'startsAt' | 'endsAt') =>
    arrayText(rows.map(row => row[name]))
  const { rows: found } = await sql<{ occupancyId: string } & Pick<Occupied, 'kind' | 'since'>>`
    select distinct on (w.occupancy_id) w.occupancy_id as "occupancyId", o.kind, o.since
    from unnest(${list('occupancyId')}::uuid[], ${list('spaceId')}::text[], ${list('startsAt')}::timestamptz[], ${list('endsAt')}::timestamptz[])
      as w (occupancy_id, space_id, starts_at, ends_at)
      join occupancies o on o.space_id = w.space_id and o.during && tstzrange(w.starts_at, w.ends_at, '[)')
    order by w.occupancy_id, o.since`.execute(tx)
  return new Map(found.map(({ occupancyId, kind, since }) => [occupancyId, { kind, since }]))
}

export async function findOccupied(
  tx: Transaction<Tables>,
  span: { readonly spaceIds: readonly string[]; readonly startsAt: string; readonly endsAt: string },
): Promise<Occupied | undefined> {
  const { rows } = await sql<Occupied>`
    select space_id as "spaceId", lower(during) as "startsAt", upper(during) as "endsAt", kind, since from occupancies
    where space_id = any(${[...span.spaceIds]}) and during && tstzrange(${span.startsAt}, ${span.endsAt}, '[)')
    order by since limit 1`.execute(tx)
  return rows[0]
}

/** G4: the freed times that touch this one, and when each reopens. */
export async function findReopening(
  tx: Transaction<Tables>,
  span: { readonly spaceIds: readonly string[]; readonly startsAt: string; readonly endsAt: string },
) {
  const { rows } = await sql<{ occupancyId: string; dueAt: string }>`
    select distinct o.occupancy_id as "occupancyId", d.due_at as "dueAt"
    from occupancies o join due_work d on d.kind = 'reopen-time' and d.key = o.occupancy_id::text
    where o.kind = 'reopening' and o.space_id = any(${[...span.spaceIds]}) and o.during && tstzrange(${span.startsAt}, ${span.endsAt}, '[)')
    order by 1`.execute(tx)
  return rows
}
