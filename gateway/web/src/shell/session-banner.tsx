import { useLocation } from 'wouter-preact'
import { useSession } from '../api/session.tsx'
import { useLater } from './later.ts'

/** R20, B3b: the session ended under the reader's hand, or became another person's; what was typed stays on this page. */
export function SessionBanner() {
  const { session } = useSession()
  const [path] = useLocation()
  const isNews =
    session.status === 'known' ? session.replaced : session.status === 'anonymous' && session.lost
  return isNews && path !== '/login' ? <News /> : null
}

function News() {
  const part = useLater(() => import('./session/session-news.tsx'), ['session'])
  return part ? <part.SessionNews /> : null
}
