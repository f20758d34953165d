import type { ComponentChildren } from 'preact'
import { Redirect } from 'wouter-preact'
import { type Me, useSession } from '../../api/session.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { loginPath } from '../../shell/login-path.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { TeamGate } from '../../shell/team/team-gate.tsx'
import type { Crumb } from '../../ui/breadcrumb.tsx'

type Props = {
  readonly title: Message
  readonly screen: string
  /** Between the settings of the city and this page; left out on the page of the settings itself. */
  readonly under?: readonly Crumb[]
  readonly children: (me: Me) => ComponentChildren
}

/** A page of a city's admins, for them alone. */
export function AdminPage({ title, screen, under, children }: Props) {
  const { session } = useSession()
  if (session.status === 'anonymous' && !session.lost) return <Redirect to={loginPath()} replace />
  return (
    <Page
      title={title}
      screen={screen}
      layout="wide"
      crumbs={under === undefined ? [] : [{ href: '/admin', label: say('admin.set-home-title') }, ...under]}
    >
      <NeedsLogin role="admin">{me => <TeamGate me={me}>{children(me)}</TeamGate>}</NeedsLogin>
    </Page>
  )
}
