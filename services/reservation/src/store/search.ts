import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { sql } from 'kysely'
import { HIRAGANA, KATAKANA } from '../domain/event-words.ts'
import { publicOf } from './reservations.ts'
import type { Tables } from './schema.ts'

export type Sought = {
  readonly number: string | undefined
  readonly words: string | undefined
  readonly personIds: readonly string[]
}

const EVENT = sql`translate(lower(regexp_replace(normalize(event_name, nfkc), '\\s', '', 'g')), ${HIRAGANA}, ${KATAKANA})`

/** T14: a number is found whenever its use was, the others for a year back. */
export async function findSought(
  db: Kysely<Tables>,
  cityId: string,
  { number, words, personIds, limit }: Sought & { readonly limit: number },
): Promise<readonly Reservation[]> {
  const hasNumber = sql<boolean>`coalesce(number = ${number ?? null}::text, false)`
  const rows = await db
    .selectFrom('reservations')
    .selectAll()
    .where('city_id', '=', cityId)
    .where(eb =>
      eb.or([
        hasNumber,
        sql<boolean>`starts_at > town_now() - interval '1 year' and (person_id = any(${[...personIds]}::uuid[])
          or ${EVENT} like ${words === undefined ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`}::text)`,
      ]),
    )
    .orderBy(hasNumber, 'desc')
    .orderBy(sql`abs(extract(epoch from starts_at - town_now()))`)
    .orderBy('reservation_id')
    .limit(limit)
    .execute()
  return rows.map(publicOf)
}
