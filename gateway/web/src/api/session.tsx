import type { Session } from '@asaichi/contract/identity/login.ts'
import { type ComponentChildren, createContext } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { forgetDrafts } from '../forms/drafts.ts'
import { api } from './client.ts'
import { onOtherTab, tellOtherTabs } from './other-tabs.ts'
import { onRestored } from './restored.ts'
import type { Away } from './result.ts'
import { onSessionDoubted, onSessionEnded, sessionChanged } from './session-signal.ts'
import { shownPerson, showPerson } from './shown-person.ts'

export type Me = Omit<Session, 'sessionId' | 'isFresh'>

/**
 * S1: who is logged in. `unknown` only until the first answer; `lost` says that a session ended under the reader's hand,
 * `replaced` that it became another person's (B3b).
 */
type SessionState =
  | { readonly status: 'unknown'; readonly away: Away | undefined }
  | { readonly status: 'anonymous'; readonly lost: boolean }
  | { readonly status: 'known'; readonly me: Me; readonly replaced: boolean }

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
  const current = useRef(session)
  const take = useCallback((next: SessionState) => {
    // Kept when nobody is logged in any more: the page may still show what that person typed.
    if (next.status === 'known') showPerson(next.me.personId)
    current.current = next
    setSession(next)
  }, [])
  useFirstAnswer(session, (first, demo) => {
    take(first)
    if (demo !== undefined) setDemo(demo)
  })
  useEffect(
    () => onSessionEnded(() => take({ status: 'anonymous', lost: current.current.status === 'known' })),
    [],
  )
  const left = useCallback(() => {
    forgetDrafts()
    take({ status: 'anonymous', lost: false })
    sessionChanged()
  }, [])
  useOtherTabs(current, { take, left })
  const entered = useCallback((me: Me) => {
    take({ status: 'known', me, replaced: false })
    sessionChanged()
    tellOtherTabs('entered')
  }, [])
  const logout = useCallback(async () => {
    const answer = await api.post('/api/logout', { body: {} })
    if (answer.status !== 'ok') return false
    left()
    tellOtherTabs('left')
    return true
  }, [])
  const tools = useMemo(() => ({ session, isDemo, entered, logout }), [session, isDemo, entered, logout])
  return <SessionContext.Provider value={tools}>{children}</SessionContext.Provider>
}

type Current = { readonly current: SessionState }
type Changes = { readonly take: (session: SessionState) => void; readonly left: () => void }

/** Asks who is logged in when another tab's login, a refused write or a way back says that it may be somebody else. */
function useOtherTabs(current: Current, { take, left }: Changes): void {
  useEffect(() => {
    const look = async () => {
      const before = current.current
      const answer = await api.get('/api/session')
      if (answer.status !== 'ok' || current.current !== before) return
      const now = afterLook(before, answer.value.me)
      take(now)
      if (personOf(now) !== personOf(before)) sessionChanged()
    }
    const ends = [
      onSessionDoubted(() => void look()),
      onRestored(() => void look()),
      onOtherTab(news => (news === 'left' ? left() : void look())),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [])
}

function afterLook(before: SessionState, me: Me | null): SessionState {
  if (!me) return { status: 'anonymous', lost: before.status === 'known' }
  const shown = personOf(before) ?? shownPerson()
  return { status: 'known', me, replaced: shown !== undefined && shown !== me.personId }
}

function personOf(session: SessionState): string | undefined {
  return session.status === 'known' ? session.me.personId : undefined
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
  return me ? { status: 'known', me, replaced: false } : { status: 'anonymous', lost: false }
}
