import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { keepNewest } from '@asaichi/store/keep-newest.ts'
import { permissionRow, type ToldPermission } from '@asaichi/store/permission-copy.ts'
import { sql } from 'kysely'
import { type Bookable, findBookable } from '../domain/bookable.ts'
import type { Tables } from './schema.ts'

export { findPolicy, findVenue, keepCity, keepVenue } from '@asaichi/store/catalog-copy.ts'

export function keepPermission(
  tx: Transaction<Tables>,
  permission: ToldPermission,
  version: number,
): Promise<boolean> {
  const row = permissionRow(permission, version)
  return keepNewest<Tables['permissions']>(tx, 'permissions', { key: ['person_id', 'city_id'], row })
}

/** Whether the city has ever heard of the person. */
export async function isKnownIn(db: Kysely<Tables>, personId: string, cityId: string): Promise<boolean> {
  const row = await db
    .selectFrom('permissions')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('city_id', '=', cityId)
    .executeTakeFirst()
  return row !== undefined
}

/** G11: of those whom staff gave a class. */
export async function findClasses(
  tx: Transaction<Tables>,
  cityId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const { rows } = await sql<{ personId: string; classId: string | null }>`
    select person_id as "personId", class_id as "classId" from permissions
    where city_id = ${cityId} and person_id = any(${[...personIds]}::uuid[]) and class_id is not null`.execute(
    tx,
  )
  return new Map(rows.map(row => [row.personId, row.classId]))
}

/** M18; idempotent. */
export async function openDate(tx: Transaction<Tables>, cityId: string, date: string): Promise<boolean> {
  const { rows } = await sql`
    with opened as (
      insert into opened_dates (city_id, use_date, opened_at) values (${cityId}, ${date}, town_now()) on conflict do nothing returning 1)
    select pg_notify(current_schema() || '_freed', '') from opened`.execute(tx)
  return rows.length === 1
}

/** Where listings are, read for one transaction. */
export async function findBookables(
  tx: Transaction<Tables>,
  listingIds: readonly string[],
): Promise<ReadonlyMap<string, Bookable>> {
  const wanted = new Set(listingIds)
  const rows = await tx.selectFrom('venues').select('doc').execute()
  return new Map([...bookablesOf(rows)].filter(([listingId]) => wanted.has(listingId)))
}

export async function findVenueOfSpace(db: Kysely<Tables>, spaceId: string): Promise<Venue | undefined> {
  const { rows } = await sql<{ doc: Venue }>`
    select doc from venues where doc -> 'spaces' @> ${JSON.stringify([{ spaceId }])}::jsonb limit 1`.execute(
    db,
  )
  return rows[0]?.doc
}

/** Where a listing is, kept in memory; a desk checks the versions again inside its transaction, so a stale entry only costs a reload. */
export class ListingIndex {
  readonly #db: Kysely<Tables>
  #bookables: ReadonlyMap<string, Bookable> = new Map()
  #reading: Promise<ReadonlyMap<string, Bookable>> | undefined

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  /** What is known is answered in the same turn, so that presses of one message come to their desk in order. */
  find(listingId: string): Bookable | Promise<Bookable | undefined> {
    return this.#bookables.get(listingId) ?? this.#read().then(bookables => bookables.get(listingId))
  }

  /** However many ask for what is not known, the venues are read once for all of them. */
  #read(): Promise<ReadonlyMap<string, Bookable>> {
    this.#reading ??= this.#db
      .selectFrom('venues')
      .select('doc')
      .execute()
      .then(rows => {
        this.#bookables = bookablesOf(rows)
        return this.#bookables
      })
      .finally(() => {
        this.#reading = undefined
      })
    return this.#reading
  }
}

function bookablesOf(rows: readonly { readonly doc: Venue }[]): Map<string, Bookable> {
  const bookables = new Map<string, Bookable>()
  for (const { doc } of rows) {
    for (const { listingId } of doc.spaces.flatMap(space => space.listings)) {
      const bookable = findBookable(doc, listingId)
      if (bookable) bookables.set(listingId, bookable)
    }
  }
  return bookables
}
