import type { ComponentChildren } from 'preact'
import { Redirect } from 'wouter-preact'
import { type Me, useSession } from '../../api/session.tsx'
import type { Message } from '../../i18n/message.ts'
import { loginPath } from '../../shell/login-path.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'

type Props = {
  readonly title: Message
  readonly screen: string
  readonly children: (me: Me) => ComponentChildren
}

/** A page of a city's admins, for them alone. */
export function AdminPage({ title, screen, children }: Props) {
  const { session } = useSession()
  if (session.status === 'anonymous' && !session.lost) return <Redirect to={loginPath()} replace />
  return (
    <Page title={title} screen={screen} layout="wide" crumbs={[]}>
      <NeedsLogin role="admin">{children}</NeedsLogin>
    </Page>
  )
}
