import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { findSession as request } from '@asaichi/contract/identity/login.ts'
import type { Context } from '../context.ts'
import { sessionTokenHash } from '../secrets.ts'
import { findLiveSession, sessionOf, touchSession } from '../store/sessions.ts'

/** S1, A22: who the bearer of this token is now; asking keeps the session from going idle. */
export async function findSession(
  { db }: Context,
  { token }: { readonly token: string },
): Promise<OutcomeOf<typeof request>> {
  const found = await findLiveSession(db, sessionTokenHash(token))
  if (!found) return refuse('no-session')
  const session = sessionOf(found)
  if (!found.isStale) return done(session)
  const expiresAt = await touchSession(db, session.sessionId)
  return expiresAt === undefined ? refuse('no-session') : done({ ...session, expiresAt })
}
