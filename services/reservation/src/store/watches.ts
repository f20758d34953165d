import type { Watch } from '@asaichi/contract/reservation/watches.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Occupancy } from './occupancies.ts'
import type { Tables } from './schema.ts'

export type NewWatch = Watch & {
  readonly personId: string
  readonly spaceIds: readonly string[]
  readonly startsAt: string
  readonly endsAt: string
}

/** Answers whether it is new: one person watches a time once. */
export async function insertWatch(tx: Transaction<Tables>, watch: NewWatch): Promise<boolean> {
  const { rows } = await sql`
    insert into watches (watch_id, person_id, city_id, venue_id, listing_id, venue_name, space_name, space_ids, use_date, from_time, to_time,
      starts_at, ends_at, since)
    values (${watch.watchId}, ${watch.personId}, ${watch.cityId}, ${watch.venueId}, ${watch.listingId}, ${watch.venueName}, ${watch.spaceName},
      ${[...watch.spaceIds]}::text[], ${watch.date}, ${watch.from}, ${watch.to}, ${watch.startsAt}, ${watch.endsAt}, ${watch.since})
    on conflict (person_id, listing_id, starts_at, ends_at) where ended_at is null do nothing returning 1`.execute(
    tx,
  )
  return rows.length === 1
}

/** A person's watches that have not ended, by their time. */
export async function watchesOfPerson(db: Kysely<Tables>, personId: string): Promise<readonly Watch[]> {
  return selectWatches(db)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('starts_at')
    .orderBy('watch_id')
    .execute()
}

export async function findWatch(db: Kysely<Tables>, watchId: string): Promise<Watch | undefined> {
  return selectWatches(db).where('watch_id', '=', watchId).executeTakeFirst()
}

/** Answers whether the person has or had such a watch. */
export async function closeWatchOf(
  tx: Transaction<Tables>,
  { watchId, personId }: { readonly watchId: string; readonly personId: string },
): Promise<boolean> {
  const { rows } = await sql`
    update watches set ended_at = coalesce(ended_at, town_now()) where watch_id = ${watchId} and person_id = ${personId} returning 1`.execute(
    tx,
  )
  return rows.length === 1
}

export async function deleteWatch(tx: Transaction<Tables>, watchId: string): Promise<void> {
  await tx.deleteFrom('watches').where('watch_id', '=', watchId).execute()
}

/**
 * Whether something holds a part of the time. Its row is held until the end of the transaction, so that whoever frees the time
 * waits and then sees the watch that is being written.
 */
export async function holdTaken(
  tx: Transaction<Tables>,
  span: { readonly spaceIds: readonly string[]; readonly startsAt: string; readonly endsAt: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from occupancies where space_id = any(${[...span.spaceIds]}) and during && tstzrange(${span.startsAt}, ${span.endsAt}, '[)')
    order by since limit 1 for key share`.execute(tx)
  return rows.length === 1
}

const MOST_TOLD = 500

/** Ends the watches whose whole time is free now that this one was freed, oldest first, and answers them; who is of a class in `notYet` waits on (G11). */
export async function takeFreedWatches(
  tx: Transaction<Tables>,
  freed: Occupancy & { readonly date: string; readonly notYet: readonly (string | null)[] },
) {
  const late = freed.notYet.filter(classId => classId !== null)
  const isUsualLate = late.length < freed.notYet.length
  const isLate = sql`exists (select 1 from permissions m where m.person_id = w.person_id and m.city_id = w.city_id
    and (m.class_id = any(${late}::text[]) or (${isUsualLate} and m.class_id is null)))`
  const { rows } = await sql<{ watchId: string; personId: string; cityId: string; listingId: string }>`
    update watches set ended_at = town_now() where watch_id in (
      select w.watch_id from watches w
      where w.venue_id = ${freed.venueId} and w.use_date = ${freed.date} and w.ended_at is null
        and w.space_ids && ${[...freed.spaceIds]}::text[] and w.starts_at < ${freed.endsAt} and w.ends_at > ${freed.startsAt}
        and not exists (select 1 from occupancies o
          where o.space_id = any(w.space_ids) and o.during && tstzrange(w.starts_at, w.ends_at, '[)'))
        ${freed.notYet.length > 0 ? sql`and not ${isLate}` : sql``}
      order by w.since, w.watch_id limit ${MOST_TOLD})
    returning watch_id as "watchId", person_id as "personId", city_id as "cityId", listing_id as "listingId"`.execute(
    tx,
  )
  return rows
}

function selectWatches(db: Kysely<Tables>) {
  return db
    .selectFrom('watches')
    .select(['watch_id as watchId', 'city_id as cityId', 'venue_id as venueId', 'venue_name as venueName'])
    .select(['listing_id as listingId', 'space_name as spaceName', 'use_date as date'])
    .select(['from_time as from', 'to_time as to', 'since'])
}
