import type { ComponentChildren } from 'preact'
import { type Me, useSession } from '../api/session.tsx'
import { say } from '../i18n/message.ts'
import { P } from '../i18n/text.tsx'
import { AwayNotice } from '../ui/away-notice.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { Notice } from '../ui/notice.tsx'
import { useLater } from './later.ts'
import { loginPath } from './login-path.ts'

type Props = {
  /** `staff` lets admins in too; the others let nobody else in. */
  readonly role?: 'session' | 'staff' | 'admin' | 'operator'
  readonly children: (me: Me) => ComponentChildren
}

/** Shows its content to whoever may see it, else says what to do. Goes inside a `Page`. */
export function NeedsLogin({ role = 'session', children }: Props) {
  const { session } = useSession()
  if (session.status === 'unknown') return session.away ? <AwayNotice away={session.away} /> : <Loading />
  if (session.status === 'anonymous') return <PleaseLogIn />
  const isBarred = session.me.mustChangePassword || !maySee(role, session.me)
  return isBarred ? <Barred me={session.me} /> : <>{children(session.me)}</>
}

function Barred({ me }: { readonly me: Me }) {
  const part = useLater(() => import('./session/barred.tsx'), ['session'])
  return part ? <part.Barred me={me} /> : <Loading />
}

function PleaseLogIn() {
  return (
    <Notice tone="info" title={say('common.login-needed-title')}>
      <P k="common.login-needed-text" />
      <ButtonLink href={loginPath()} k="common.login" />
    </Notice>
  )
}

function maySee(role: Props['role'], { role: own }: Me): boolean {
  return role === 'session' || own === role || (role === 'staff' && own === 'admin')
}
