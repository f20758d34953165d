import type { Session } from '@asaichi/contract/identity/login.ts'
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { forgetDrafts } from '../forms/drafts.ts'
import { api } from './client.ts'
import type { Away } from './result.ts'
import { onSessionEnded, sessionChanged } from './session-signal.ts'

export type Me = Omit<Session, 'sessionId'>

/** S1: who is logged in. `unknown` only until the first answer; `lost` says that a session ended under the reader's hand. */
type SessionState =
  | { readonly status: 'unknown'; readonly away: Away | undefined }
  | { readonly status: 'anonymous'; readonly lost: boolean }
  | { readonly status: 'known'; readonly me: Me }

type SessionTools = {
  readonly session: SessionState
  /** Whether this is the demo's town, with a mailbox, keypads and a clock to move. */
  readonly isDemo: boolean
  /** After a login: takes the answer of `/api/login/code`. */
  readonly entered: (me: Me) => void
  readonly logout: () => Promise<boolean>
}

const SessionContext = createContext<SessionTools>({
  session: { status: 'unknown', away: undefined },
  isDemo: false,
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
  const [isDemo, setDemo] = useState(false)
  useFirstAnswer(session, (me, demo) => {
    setSession(me)
    if (demo !== undefined) setDemo(demo)
  })
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
  const tools = useMemo(() => ({ session, isDemo, entered, logout }), [session, isDemo, entered, logout])
  return <SessionContext.Provider value={tools}>{children}</SessionContext.Provider>
}

const RETRY_MS = 5000

type Take = (session: SessionState, isDemo?: boolean) => void

function useFirstAnswer(session: SessionState, take: Take): void {
  const taking = useRef(take)
  taking.current = take
  useEffect(() => {
    if (session.status !== 'unknown') return
    const controller = new AbortController()
    const ask = async () => {
      const answer = await api.get('/api/session', { signal: controller.signal })
      if (controller.signal.aborted) return
      if (answer.status === 'away') taking.current({ status: 'unknown', away: answer })
      else if (answer.status === 'refused') taking.current(stateOf(null))
      else taking.current(stateOf(answer.value.me), answer.value.demo)
    }
    const timer = setTimeout(() => void ask(), session.away ? RETRY_MS : 0)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [session])
}

function stateOf(me: Me | null): SessionState {
  return me ? { status: 'known', me } : { status: 'anonymous', lost: false }
}
