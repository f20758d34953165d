import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import { fieldChanges } from '../domain/field-changes.ts'
import type { Tables } from './schema.ts'

export type Change = {
  readonly cityId: string
  readonly kind: 'city' | 'venue'
  readonly id: string
  readonly version: number
  /** Null where it came from a file or the machine. */
  readonly by: string | null
  readonly before: unknown
  readonly after: unknown
}

/** In the transaction that writes the document. */
export async function recordChange(tx: Transaction<Tables>, change: Change): Promise<void> {
  const { cityId, kind, id, version, by, before, after } = change
  const changes = JSON.stringify(fieldChanges(before, after))
  await tx.insertInto('changes').values({ city_id: cityId, kind, id, version, by, changes }).execute()
}

/** Newest first; `after` is the number of the last one seen. */
export async function selectChanges(
  db: Kysely<Tables>,
  query: { readonly cityId: string; readonly after: string | undefined; readonly limit: number },
) {
  return db
    .selectFrom('changes')
    .select(['seq', 'at', 'by', 'kind', 'id', 'version', 'changes'])
    .where('city_id', '=', query.cityId)
    .$if(query.after !== undefined, page => page.where('seq', '<', Number(query.after)))
    .orderBy('seq', 'desc')
    .limit(query.limit)
    .execute()
}
