import { done, type OutcomeOf } from '@asaichi/contract/define.ts'
import type { listSessions as request } from '@asaichi/contract/identity/login.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { selectOwnSessions } from '../store/sessions.ts'

/** R15: where one is logged in. */
export async function listSessions(
  { db }: Context,
  { actor, sessionId }: z.output<(typeof request)['input']>,
): Promise<OutcomeOf<typeof request>> {
  const rows = await selectOwnSessions(db, actor.personId)
  return done({ items: rows.map(row => ({ ...row, isThis: row.sessionId === sessionId })) })
}
