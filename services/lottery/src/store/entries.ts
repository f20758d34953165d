import type { Entry, EntryStatus } from '@asaichi/contract/lottery/entries.ts'
import type { Wish } from '@asaichi/contract/lottery/wish.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { type Selectable, sql } from 'kysely'
import type { EntryRow, StoredWish, Tables } from './schema.ts'

type Db = Kysely<Tables>

/** An entry with everything that is known of its wishes. */
export type StoredEntry = Omit<Entry, 'wishes' | 'enteredBy'> & {
  readonly wishes: readonly StoredWish[]
  readonly priorWins: number | null
  /** G13: the staff member who entered for the person. */
  readonly enteredByPerson: string | null
}

export async function insertEntry(
  tx: Transaction<Tables>,
  entry: Omit<StoredEntry, 'closesAt' | 'drawAt' | 'priorWins'>,
): Promise<void> {
  await tx
    .insertInto('entries')
    .values({
      entry_id: entry.entryId,
      round_id: entry.roundId,
      city_id: entry.cityId,
      person_id: entry.personId,
      status: entry.status,
      wishes: JSON.stringify(entry.wishes),
      event_name: entry.eventName,
      people: entry.people,
      note: entry.note,
      purpose: entry.purpose ? JSON.stringify(entry.purpose) : null,
      entered_at: entry.enteredAt,
      entered_by: entry.enteredByPerson,
    })
    .execute()
}

export async function findEntry(db: Db, entryId: string): Promise<StoredEntry | undefined> {
  const row = await withRound(db).where('entry_id', '=', entryId).executeTakeFirst()
  return row && entryOf(row)
}

/** M28: newest first; `before` is where the page before ended. */
export async function listOfPerson(
  db: Db,
  personId: string,
  page: {
    readonly before: { readonly at: string; readonly entryId: string } | undefined
    readonly limit: number
  },
): Promise<readonly StoredEntry[]> {
  const { before, limit } = page
  const rows = await withRound(db)
    .where('person_id', '=', personId)
    .$if(before !== undefined, query =>
      query.where(
        sql<boolean>`(entered_at, entry_id) < (${before?.at}::timestamptz, ${before?.entryId}::uuid)`,
      ),
    )
    .orderBy('entered_at', 'desc')
    .orderBy('entry_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/** The entries of a round in the order of their ids. */
export async function listOfRound(
  db: Db,
  roundId: string,
  options: {
    readonly statuses?: readonly EntryStatus[]
    readonly won?: boolean
    readonly after?: string | undefined
    readonly limit?: number
  } = {},
): Promise<readonly StoredEntry[]> {
  const { statuses, won = false, after, limit } = options
  const rows = await withRound(db)
    .where('entries.round_id', '=', roundId)
    .$if(statuses !== undefined, query => query.where('entries.status', 'in', statuses ?? []))
    .$if(won, query => query.where('won_wish', 'is not', null))
    .$if(after !== undefined, query => query.where('entry_id', '>', after ?? ''))
    .orderBy('entry_id')
    .$if(limit !== undefined, query => query.limit(limit ?? 0))
    .execute()
  return rows.map(entryOf)
}

/** The person's entries that count in the dates of the round and in its use month (G2, G3). */
export async function ownEntries(
  tx: Transaction<Tables>,
  person: { readonly personId: string; readonly cityId: string },
  month: string,
): Promise<readonly StoredEntry[]> {
  const rows = await withRound(tx)
    .where('person_id', '=', person.personId)
    .where('entries.city_id', '=', person.cityId)
    .where('entries.status', 'in', ['entered', 'won', 'lost'])
    .where(sql<boolean>`to_char(rounds.first_date, 'YYYY-MM') = ${month}`)
    .execute()
  return rows.map(entryOf)
}

export async function setEntryStatus(
  tx: Transaction<Tables>,
  entryId: string,
  change: {
    readonly status: EntryStatus
    readonly withdrawnAt?: string
    readonly voidBecause?: NonNullable<Entry['voidBecause']>
  },
): Promise<void> {
  await tx
    .updateTable('entries')
    .set({
      status: change.status,
      ...(change.withdrawnAt && { withdrawn_at: change.withdrawnAt }),
      ...(change.voidBecause && { void_because: change.voidBecause }),
    })
    .where('entry_id', '=', entryId)
    .execute()
}

/** Answers the entries that were still in the round. */
export async function voidEntries(
  tx: Transaction<Tables>,
  roundId: string,
): Promise<readonly { readonly entryId: string; readonly personId: string }[]> {
  return tx
    .updateTable('entries')
    .set({ status: 'void' })
    .where('round_id', '=', roundId)
    .where('status', '=', 'entered')
    .returning(['entry_id as entryId', 'person_id as personId'])
    .execute()
}

export async function hasEntry(
  tx: Transaction<Tables>,
  of: { readonly roundId: string; readonly personId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('entries')
    .select('entry_id')
    .where('round_id', '=', of.roundId)
    .where('person_id', '=', of.personId)
    .where('status', '<>', 'withdrawn')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function keepReservations(
  tx: Transaction<Tables>,
  winners: readonly { readonly entryId: string; readonly reservationId: string }[],
): Promise<void> {
  await sql`
    update entries set reservation_id = w."reservationId"
    from json_to_recordset(${JSON.stringify(winners)}::json) as w("entryId" uuid, "reservationId" uuid)
    where entries.entry_id = w."entryId"`.execute(tx)
}

/** How many want each very span, for those who choose theirs while entries are taken. */
export async function countPerSlot(
  db: Db,
  roundId: string,
): Promise<readonly (Wish & { readonly entries: number })[]> {
  const { rows } = await sql<Wish & { entries: number }>`
    select w."listingId", w.date, w."from", w."to", count(*)::int as entries
    from entries, jsonb_to_recordset(wishes) as w("listingId" text, date text, "from" text, "to" text)
    where round_id = ${roundId} and status = 'entered'
    group by 1, 2, 3, 4 order by 2, 1, 3, 4`.execute(db)
  return rows
}

function withRound(db: Db) {
  return db
    .selectFrom('entries')
    .innerJoin('rounds', 'rounds.round_id', 'entries.round_id')
    .selectAll('entries')
    .select(['rounds.closes_at', 'rounds.draw_at'])
}

function entryOf(
  row: Selectable<EntryRow> & { readonly closes_at: string; readonly draw_at: string },
): StoredEntry {
  return {
    entryId: row.entry_id,
    roundId: row.round_id,
    cityId: row.city_id,
    personId: row.person_id,
    status: row.status,
    wishes: row.wishes,
    wonWish: row.won_wish,
    voidBecause: row.void_because,
    position: row.position,
    eventName: row.event_name,
    people: row.people,
    note: row.note,
    ...(row.purpose && { purpose: row.purpose }),
    enteredAt: row.entered_at,
    closesAt: row.closes_at,
    drawAt: row.draw_at,
    reservationId: row.reservation_id,
    priorWins: row.prior_wins,
    enteredByPerson: row.entered_by,
  }
}
