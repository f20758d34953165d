import { done, type OutcomeOf, refuse } from '@asaichi/contract/define.ts'
import type { findSession as request } from '@asaichi/contract/identity/login.ts'
import type { Context } from '../context.ts'
import { sessionTokenHash } from '../secrets.ts'
import { findLiveSession, sessionOf, touchSession } from '../store/sessions.ts'

/** S1, A22: who the bearer of this token is now; asking keeps the session from going idle, unless the page of who works for a city asks by itself (D23). */
export async function findSession(
  { db }: Context,
  { token, isBackground }: { readonly token: string; readonly isBackground: boolean },
): Promise<OutcomeOf<typeof request>> {
  const found = await findLiveSession(db, sessionTokenHash(token))
  if (!found) return refuse('no-session')
  const session = sessionOf(found)
  const isUsed = !isBackground || session.role === 'resident'
  if (!found.isStale || !isUsed) return done(session)
  const expiresAt = await touchSession(db, session.sessionId)
  return expiresAt === undefined ? refuse('no-session') : done({ ...session, expiresAt })
}
