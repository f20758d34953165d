import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { weighEntrant as request } from '@asaichi/contract/lottery/own-data.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'
import { countOpenOfPerson } from '../store/withdrawn.ts'

/** V11: for identity, before it lets somebody go. */
export async function weighEntrant(
  db: Kysely<Tables>,
  { personId }: { readonly personId: string },
): Promise<OutcomeOf<typeof request>> {
  return done({ entries: await countOpenOfPerson(db, personId) })
}
