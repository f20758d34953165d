import type { Actor } from '@asaichi/contract/actor.ts'
import type { Kysely } from '@asaichi/store/database.ts'
import { SEARCHES_PER_STAFF } from '../domain/limits.ts'
import { countRecent, recordAct } from '../store/audit.ts'
import type { Tables } from '../store/schema.ts'

/** V4: each search that shows people stands in the log of whoever searched, and there are only so many. */
export async function isSearchAllowed(db: Kysely<Tables>, actor: Actor): Promise<boolean> {
  const act = { act: 'search-people', subjectId: actor.personId } as const
  return await db.transaction().execute(async tx => {
    const recent = await countRecent(tx, { ...act, seconds: SEARCHES_PER_STAFF.seconds })
    if (recent >= SEARCHES_PER_STAFF.most) return false
    await recordAct(tx, actor, act)
    return true
  })
}
