import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listWatches as request } from '@asaichi/contract/reservation/watches.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import type { z } from 'zod'
import type { Tables } from '../store/schema.ts'
import { watchesOfPerson } from '../store/watches.ts'

/** G5: what the person still waits to be told of. */
export async function listWatches(
  db: Kysely<Tables>,
  { actor }: z.output<typeof request.input>,
): Promise<OutcomeOf<typeof request>> {
  return done({ items: [...(await watchesOfPerson(db, actor.personId))] })
}
