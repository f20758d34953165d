import type { Session } from '@asaichi/contract/identity/login.ts'
import { newId } from '@asaichi/service/new-id.ts'
import type { Transaction } from '@asaichi/store/database.ts'
import { newSessionToken, sessionTokenHash } from '../secrets.ts'
import type { Tables } from '../store/schema.ts'
import { findLiveSession, insertSession, sessionOf, touchSession } from '../store/sessions.ts'

/** A21: a token nobody has seen; it is told here and never again. */
export async function openSession(
  tx: Transaction<Tables>,
  owner: {
    readonly personId: string
    readonly cityId: string
    readonly helpId: string | null
    readonly stays: boolean
    readonly factorAt?: string | null
  },
): Promise<{ readonly token: string; readonly session: Session }> {
  const token = newSessionToken()
  const tokenHash = sessionTokenHash(token)
  const sessionId = newId()
  await insertSession(tx, { sessionId, tokenHash, ...owner })
  await touchSession(tx, sessionId)
  const live = await findLiveSession(tx, tokenHash)
  if (!live) throw new Error('a new session is not live')
  return { token, session: sessionOf(live) }
}
