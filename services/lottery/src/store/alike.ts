import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import type { Tables } from './schema.ts'

/** G3, A63: the entries of a round behind which several accounts look like one person. Flagged to staff, never decided by us. */
export async function findAlikeEntries(db: Kysely<Tables>, roundId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ entryId: string }>`
    with live as (
      select e.entry_id, e.person_id, coalesce(p.alike_id, e.person_id) as alike_id
      from entries e left join permissions p on p.person_id = e.person_id and p.city_id = e.city_id
      where e.round_id = ${roundId} and e.status <> 'withdrawn')
    select entry_id as "entryId" from live
    where alike_id in (select alike_id from live group by alike_id having count(distinct person_id) > 1)`.execute(
    db,
  )
  return new Set(rows.map(row => row.entryId))
}
