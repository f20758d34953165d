import { useLocation } from 'wouter-preact'
import { useSession } from '../api/session.tsx'
import { say } from '../i18n/message.ts'
import { P } from '../i18n/text.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { loginPath } from './login-path.ts'

/** R20: the session ended under the reader's hand; what was typed stays on this page. */
export function SessionLostBanner() {
  const { session } = useSession()
  const [path] = useLocation()
  if (session.status !== 'anonymous' || !session.lost || path === '/login') return null
  return (
    <Notice tone="warning" title={say('common.session-ended-title')} live>
      <P k="common.session-ended-text" />
      <ButtonLink href={loginPath()} k="common.login" />
    </Notice>
  )
}
