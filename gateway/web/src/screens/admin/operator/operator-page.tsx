import { INSTALLATION } from '@asaichi/contract/installation.ts'
import type { ComponentChildren } from 'preact'
import { Redirect } from 'wouter-preact'
import { type Me, useSession } from '../../../api/session.tsx'
import { type Message, say } from '../../../i18n/message.ts'
import { NeedsLogin } from '../../../shell/needs-login.tsx'
import { Page } from '../../../shell/page.tsx'
import { TeamGate } from '../../../shell/team/team-gate.tsx'

type Props = {
  readonly title: Message
  readonly screen: 'T16' | 'T17'
  readonly children: (me: Me) => ComponentChildren
}

/** A page of those who run the installation, who log in without a city. */
export function OperatorPage({ title, screen, children }: Props) {
  const { session } = useSession()
  if (session.status === 'anonymous' && !session.lost) {
    const next = encodeURIComponent(location.pathname)
    return <Redirect to={`/login?city=${INSTALLATION}&next=${next}`} replace />
  }
  const crumbs = screen === 'T16' ? [] : [{ href: '/operator', label: say('admin.cities-title') }]
  return (
    <Page title={title} screen={screen} layout="wide" crumbs={crumbs}>
      <NeedsLogin role="operator">{me => <TeamGate me={me}>{children(me)}</TeamGate>}</NeedsLogin>
    </Page>
  )
}
