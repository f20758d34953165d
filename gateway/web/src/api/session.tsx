import type { Session } from '@asaichi/contract/identity.ts'
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { forgetDrafts } from '../forms/drafts.ts'
import { api } from './client.ts'
import type { Away } from './result.ts'
import { onSessionEnded, sessionChanged } from './session-signal.ts'

export type Me = Omit<Session, 'sessionId'>

/** S1: who is logged in. `unknown` only until the first answer; `lost` says that a session ended under the reader's hand. */
export type SessionState =
  | { readonly status: 'unknown'; readonly away: Away | undefined }
  | { readonly status: 'anonymous'; readonly lost: boolean }
  | { readonly status: 'known'; readonly me: Me }

type SessionTools = {
  readonly session: SessionState
  /** After a login: takes the answer of `/api/login/code`. */
  readonly entered: (me: Me) => void
  readonly logout: () => Promise<boolean>
}

const SessionContext = createContext<SessionTools>({
  session: { status: 'unknown', away: undefined },
  entered: () => undefined,
  logout: () => Promise.resolve(false),
})

export function useSession(): SessionTools {
  return useContext(SessionContext)
}

/** The person where one is logged in. */
export function useMe(): Me | undefined {
  const { session } = useSession()
  return session.status === 'known' ? session.me : undefined
}

export function SessionProvider({ children }: { readonly children: ComponentChildren }) {
  const [session, setSession] = useState<SessionState>({ status: 'unknown', away: undefined })
  useFirstAnswer(session, setSession)
  const current = useRef(session)
  current.current = session
  useEffect(
    () =>
      onSessionEnded(() => {
        setSession({ status: 'anonymous', lost: current.current.status === 'known' })
      }),
    [],
  )
  const entered = useCallback((me: Me) => {
    setSession({ status: 'known', me })
    sessionChanged()
  }, [])
  const logout = useCallback(async () => {
    const answer = await api.post('/api/logout', { body: {} })
    if (answer.status !== 'ok') return false
    forgetDrafts()
    setSession({ status: 'anonymous', lost: false })
    sessionChanged()
    return true
  }, [])
  const tools = useMemo(() => ({ session, entered, logout }), [session, entered, logout])
  return <SessionContext.Provider value={tools}>{children}</SessionContext.Provider>
}

const RETRY_MS = 5000

function useFirstAnswer(session: SessionState, setSession: (state: SessionState) => void): void {
  useEffect(() => {
    if (session.status !== 'unknown') return
    const controller = new AbortController()
    const ask = async () => {
      const answer = await api.get('/api/session', { signal: controller.signal })
      if (controller.signal.aborted) return
      if (answer.status === 'away') setSession({ status: 'unknown', away: answer })
      else setSession(stateOf(answer.status === 'ok' ? answer.value.me : null))
    }
    const timer = setTimeout(() => void ask(), session.away ? RETRY_MS : 0)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [session, setSession])
}

function stateOf(me: Me | null): SessionState {
  return me ? { status: 'known', me } : { status: 'anonymous', lost: false }
}
