import type { ComponentChildren } from 'preact'
import { type Me, useSession } from '../api/session.tsx'
import { say } from '../i18n/message.ts'
import { P } from '../i18n/text.tsx'
import { AwayNotice } from '../ui/away-notice.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { Notice } from '../ui/notice.tsx'
import { loginPath, withNext } from './login-path.ts'

type Props = {
  /** `staff` turns residents away. */
  readonly role?: 'session' | 'staff' | 'admin'
  readonly children: (me: Me) => ComponentChildren
}

/** Shows its content to whoever may see it, else says what to do. Goes inside a `Page`. */
export function NeedsLogin({ role = 'session', children }: Props) {
  const { session } = useSession()
  if (session.status === 'unknown') return session.away ? <AwayNotice away={session.away} /> : <Loading />
  if (session.status === 'anonymous') return <PleaseLogIn />
  if (session.me.mustChangePassword) return <PasswordFirst />
  return maySee(role, session.me) ? <>{children(session.me)}</> : <StaffOnly />
}

function PleaseLogIn() {
  return (
    <Notice tone="info" title={say('common.login-needed-title')}>
      <P k="common.login-needed-text" />
      <ButtonLink href={loginPath()} k="common.login" />
    </Notice>
  )
}

/** S8, S9: the API takes nothing else from such a session. */
function PasswordFirst() {
  return (
    <Notice tone="warning" title={say('common.password-first-title')}>
      <P k="common.password-first-text" />
      <ButtonLink href={withNext('/new-password')} k="common.to-new-password" />
    </Notice>
  )
}

function StaffOnly() {
  return (
    <Notice tone="warning" title={say('common.staff-only-title')}>
      <P k="common.staff-only-text" />
    </Notice>
  )
}

function maySee(role: Props['role'], { role: own }: Me): boolean {
  return role === 'session' || own === 'admin' || own === role
}
