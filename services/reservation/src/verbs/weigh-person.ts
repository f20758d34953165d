import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { weighPerson as request } from '@asaichi/contract/reservation/own-data.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { Tables } from '../store/schema.ts'
import { weighOfPerson } from '../store/withdrawn.ts'

/** V11: for identity, before it lets somebody go. */
export async function weighPerson(
  db: Kysely<Tables>,
  { personId }: { readonly personId: string },
): Promise<OutcomeOf<typeof request>> {
  return done(await weighOfPerson(db, personId))
}
