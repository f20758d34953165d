import type { Kysely, Transaction } from '@asaichi/store/database.ts'
import type { Tables } from './schema.ts'

export type UsedKey = { readonly bodyHash: string; readonly entryId: string }

export async function findKey(
  db: Kysely<Tables>,
  { personId, key }: { readonly personId: string; readonly key: string },
): Promise<UsedKey | undefined> {
  return db
    .selectFrom('idempotency_keys')
    .select(['body_hash as bodyHash', 'entry_id as entryId'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
}

export async function insertKey(
  tx: Transaction<Tables>,
  used: UsedKey & { readonly personId: string; readonly key: string; readonly at: string },
): Promise<void> {
  await tx
    .insertInto('idempotency_keys')
    .values({
      person_id: used.personId,
      key: used.key,
      body_hash: used.bodyHash,
      entry_id: used.entryId,
      at: used.at,
    })
    .execute()
}
