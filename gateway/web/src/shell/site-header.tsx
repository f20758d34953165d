import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { useSession } from '../api/session.tsx'
import type { Key } from '../i18n/catalogue.ts'
import { OwnText } from '../i18n/own-text.tsx'
import { Span, T, useText } from '../i18n/text.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { useCity } from './city.tsx'
import { DisplaySettings } from './display-settings.tsx'
import { loginPath } from './login-path.ts'

/** S1, R19: whose service this is, who is logged in, language and text size, and the way to everything. */
export function SiteHeader() {
  const { city } = useCity()
  return (
    <header class="site-header">
      <a class="skip-link" href="#main">
        <T k="common.skip-to-content" />
      </a>
      <div class="site-header__bar">
        <Link href="/" class="site-header__name">
          {city && (
            <span class="site-header__city">
              <OwnText of={city} field="name" />
            </span>
          )}
          <Span k="common.service" />
        </Link>
        <DisplaySettings />
        <Who />
      </div>
      <MainNav />
    </header>
  )
}

function Who() {
  const { session, logout } = useSession()
  const [failed, setFailed] = useState(false)
  const [, navigate] = useLocation()
  const leave = async () => {
    const done = await logout()
    setFailed(!done)
    if (done) navigate('/')
  }
  // Until the first answer nobody knows, and saying either would be wrong for half of the readers.
  if (session.status === 'unknown') return null
  if (session.status === 'anonymous')
    return (
      <div class="site-header__who">
        <Span k="common.not-logged-in" />
        <ButtonLink href={loginPath()} size="small" k="common.login" />
      </div>
    )
  return (
    <div class="site-header__who">
      <Link href="/account">
        <Span k="common.logged-in-as" p={{ name: session.me.name }} />
      </Link>
      <Button size="small" kind="secondary" onClick={() => void leave()} k="common.logout" />
      {failed && <Span k="common.logout-failed" role="alert" />}
    </div>
  )
}

const LINKS: readonly (readonly [href: string, text: Key])[] = [
  ['/search', 'common.nav-search'],
  ['/notices', 'common.nav-notices'],
  ['/my', 'common.nav-my'],
  ['/help', 'common.nav-help'],
]

function MainNav() {
  const t = useText()
  const { session } = useSession()
  const role = session.status === 'known' ? session.me.role : 'resident'
  const work = role === 'operator' ? '/operator' : '/staff'
  const links = role === 'resident' ? LINKS : [...LINKS, [work, 'common.nav-staff'] as const]
  return (
    <nav class="main-nav" aria-label={t('common.nav-main')}>
      <ul>
        {links.map(([href, text]) => (
          <li key={href}>
            <NavLink href={href} text={text} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NavLink({ href, text }: { readonly href: string; readonly text: Key }) {
  const [path] = useLocation()
  const isHere = path === href || path.startsWith(`${href}/`)
  return (
    <Link href={href} {...(isHere && { 'aria-current': 'page' as const })}>
      <Span k={text} />
    </Link>
  )
}
