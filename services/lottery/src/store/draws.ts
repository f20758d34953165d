import type { DrawExclusion } from '@asaichi/contract/lottery/draw-bundle.ts'
import type { Round } from '@asaichi/contract/lottery/rounds.ts'
import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** Wins of each entrant in the use month of the round, by person (G2). */
export async function priorWinsOf(
  db: Kysely<Tables>,
  { roundId, cityId, dates }: Round,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ personId: string; wins: number }>`
    select person_id as "personId", count(*)::int as wins from entries
    where city_id = ${cityId} and status = 'won' and wishes -> won_wish ->> 'date' like ${`${dates.first.slice(0, 7)}-%`}
      and person_id in (select person_id from entries where round_id = ${roundId})
    group by person_id`.execute(db)
  return new Map(rows.map(({ personId, wins }) => [personId, wins]))
}

/** Writes them down, because what is won after the freeze no longer counts. */
export async function keepPriorWins(tx: Transaction<Tables>, round: Round): Promise<void> {
  const wins = [...(await priorWinsOf(tx, round))].map(([personId, count]) => ({ personId, count }))
  await sql`
    update entries e set prior_wins = coalesce(w.count, 0)
    from entries own left join jsonb_to_recordset(${JSON.stringify(wins)}::jsonb) as w("personId" uuid, count int)
      on w."personId" = own.person_id
    where own.round_id = ${round.roundId} and e.entry_id = own.entry_id`.execute(tx)
}

export async function keepFrozenList(tx: Transaction<Tables>, roundId: string, list: string): Promise<void> {
  await tx
    .insertInto('frozen_lists')
    .values({ round_id: roundId, list })
    .onConflict(conflict => conflict.column('round_id').doUpdateSet({ list }))
    .execute()
}

export async function findFrozenList(db: Kysely<Tables>, roundId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('frozen_lists')
    .select('list')
    .where('round_id', '=', roundId)
    .executeTakeFirst()
  return row?.list
}

/** Passes over the entries of people who are suspended when the list is frozen; answers them. */
export async function excludeSuspended(
  tx: Transaction<Tables>,
  roundId: string,
  at: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ entryId: string }>`
    insert into exclusions (entry_id, round_id, reason, at)
    select e.entry_id, e.round_id, 'suspended', ${at} from entries e join permissions p using (person_id, city_id)
    where e.round_id = ${roundId} and e.status = 'entered' and p.status = 'suspended' order by e.entry_id
    on conflict do nothing returning entry_id as "entryId"`.execute(tx)
  return rows.map(({ entryId }) => entryId)
}

/**
 * Holds the rounds in which the person has an entry and that are not drawn yet, in the order of their ids: a freeze comes before
 * or after, never beside it.
 */
export async function holdRoundsOfPerson(
  tx: Transaction<Tables>,
  person: { readonly personId: string; readonly cityId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ roundId: string }>`
    select round_id as "roundId" from rounds r
    where r.city_id = ${person.cityId} and r.status in ('open', 'frozen') and exists (
      select 1 from entries e where e.round_id = r.round_id and e.person_id = ${person.personId} and e.status = 'entered')
    order by round_id for share`.execute(tx)
  return rows.map(({ roundId }) => roundId)
}

/** Passes over a person's entries of a frozen round; answers them. */
export async function excludePerson(
  tx: Transaction<Tables>,
  entry: { readonly roundId: string; readonly personId: string; readonly at: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ entryId: string }>`
    insert into exclusions (entry_id, round_id, reason, at)
    select entry_id, round_id, 'suspended', ${entry.at} from entries
    where round_id = ${entry.roundId} and person_id = ${entry.personId} and status = 'entered' order by entry_id
    on conflict do nothing returning entry_id as "entryId"`.execute(tx)
  return rows.map(({ entryId }) => entryId)
}

export async function findExclusions(
  tx: Transaction<Tables>,
  roundId: string,
  before: string,
): Promise<readonly DrawExclusion[]> {
  return tx
    .selectFrom('exclusions')
    .select(['entry_id as entryId', 'reason', 'at'])
    .where('round_id', '=', roundId)
    .where('at', '<', before)
    .orderBy('entry_id')
    .execute()
}

/** P5: before a round is drawn anew. What the log says of it stays. */
export async function forgetBundle(tx: Transaction<Tables>, roundId: string): Promise<void> {
  await tx.deleteFrom('bundles').where('round_id', '=', roundId).execute()
}

export async function keepBundle(
  tx: Transaction<Tables>,
  drawn: { readonly roundId: string; readonly bundle: string; readonly resultDigest: string },
): Promise<void> {
  await tx
    .insertInto('bundles')
    .values({ round_id: drawn.roundId, bundle: drawn.bundle, result_digest: drawn.resultDigest })
    .execute()
}

/** The public record, of published rounds only (A70). */
export async function findBundle(db: Kysely<Tables>, roundId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('bundles')
    .innerJoin('rounds', 'rounds.round_id', 'bundles.round_id')
    .select('bundle')
    .where('bundles.round_id', '=', roundId)
    .where('rounds.status', '=', 'published')
    .executeTakeFirst()
  return row?.bundle
}

/** A stretch of the public record, `size` characters from `from`, and the length of the whole; of published rounds only (A70). */
export async function findBundleText(
  db: Kysely<Tables>,
  roundId: string,
  stretch: { readonly from: number; readonly size: number },
): Promise<{ readonly text: string; readonly length: number } | undefined> {
  const { rows } = await sql<{ text: string; length: number }>`
    select substr(bundle, ${stretch.from + 1}::int, ${stretch.size}::int) as text, length(bundle) as length
    from bundles join rounds using (round_id) where round_id = ${roundId} and status = 'published'`.execute(
    db,
  )
  return rows[0]
}

export type Decided = {
  readonly entryId: string
  readonly personId: string
  readonly status: 'won' | 'lost' | 'void'
}

/** Hands the results of the bundle to the entries; an entry that was passed over is void. */
export async function applyResults(tx: Transaction<Tables>, roundId: string): Promise<readonly Decided[]> {
  const { rows } = await sql<Decided>`
    update entries e set position = r.position, won_wish = r.wish,
      status = case r.outcome when 'excluded' then 'void' else r.outcome end
    from jsonb_to_recordset((select bundle::jsonb -> 'results' from bundles where round_id = ${roundId}))
      as r("entryId" uuid, position int, outcome text, wish int)
    where e.round_id = ${roundId} and e.entry_id = r."entryId"
    returning e.entry_id as "entryId", e.person_id as "personId", e.status`.execute(tx)
  return rows
}
