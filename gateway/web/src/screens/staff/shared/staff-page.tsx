import type { ComponentChildren } from 'preact'
import { Link, Redirect, useLocation } from 'wouter-preact'
import { type Me, useSession } from '../../../api/session.tsx'
import type { Key } from '../../../i18n/catalogue.ts'
import { type Message, say } from '../../../i18n/message.ts'
import { Span, useText } from '../../../i18n/text.tsx'
import { loginPath } from '../../../shell/login-path.ts'
import { NeedsLogin } from '../../../shell/needs-login.tsx'
import { Page } from '../../../shell/page.tsx'
import { TeamGate } from '../../../shell/team/team-gate.tsx'
import type { Crumb } from '../../../ui/breadcrumb.tsx'
import { SearchBox } from './search-box.tsx'
import './staff.css'

type Props = {
  readonly title: Message
  readonly screen: string
  readonly step?: string
  /** Between the day's work and this page. */
  readonly under?: Crumb
  readonly children: (me: Me) => ComponentChildren
}

/** A page of the staff: wide, with a menu of its own, for them alone. Whoever is not logged in is led to the login and back. */
export function StaffPage({ title, screen, step, under, children }: Props) {
  const { session } = useSession()
  const crumbs =
    screen === 'T1' ? [] : [{ href: '/staff', label: say('staff.today-title') }, ...(under ? [under] : [])]
  // A session that ended under somebody's hand stays on its page, where the way back in is offered and drafts wait.
  if (session.status === 'anonymous' && !session.lost) return <Redirect to={loginPath()} replace />
  return (
    <Page title={title} screen={screen} layout="wide" crumbs={crumbs} {...(step !== undefined && { step })}>
      <NeedsLogin role="staff">
        {me => (
          <TeamGate me={me}>
            <SearchBox />
            <StaffNav role={me.role} />
            {children(me)}
          </TeamGate>
        )}
      </NeedsLogin>
    </Page>
  )
}

const LINKS: readonly (readonly [href: string, text: Key])[] = [
  ['/staff', 'staff.nav-today'],
  ['/staff/people', 'staff.nav-people'],
  ['/staff/applications', 'staff.nav-applications'],
  ['/staff/timeline', 'staff.nav-timeline'],
  ['/staff/book', 'staff.nav-book'],
  ['/staff/slot', 'staff.nav-slot'],
  ['/staff/money', 'staff.nav-money'],
  ['/staff/report', 'staff.nav-report'],
  ['/staff/notices', 'staff.nav-notices'],
  ['/staff/locks', 'staff.nav-locks'],
]

const ADMIN = ['/admin', 'staff.nav-admin'] as const
const ACCOUNT = ['/staff/account', 'staff.account-title'] as const

function StaffNav({ role }: Pick<Me, 'role'>) {
  const t = useText()
  const [path] = useLocation()
  const isHere = (href: string) => path === href || (href !== '/staff' && path.startsWith(`${href}/`))
  return (
    <nav class="staff-nav no-print" aria-label={t('staff.nav-label')}>
      <ul>
        {[...LINKS, ...(role === 'admin' ? [ADMIN] : []), ACCOUNT].map(([href, text]) => (
          <li key={href}>
            <Link href={href} {...(isHere(href) && { 'aria-current': 'page' as const })}>
              <Span k={text} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
