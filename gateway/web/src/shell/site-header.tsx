import { useState } from 'preact/hooks'
import { Link, useLocation } from 'wouter-preact'
import { useSession } from '../api/session.tsx'
import type { Key } from '../i18n/catalogue.ts'
import { OwnText } from '../i18n/own-text.tsx'
import { T, useText } from '../i18n/text.tsx'
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
          <span>
            <T k="common.service" />
          </span>
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
  if (session.status !== 'known')
    return (
      <div class="site-header__who">
        <span>
          <T k="common.not-logged-in" />
        </span>
        <ButtonLink href={loginPath()} size="small">
          <T k="common.login" />
        </ButtonLink>
      </div>
    )
  return (
    <div class="site-header__who">
      <span>
        <T k="common.logged-in-as" p={{ name: session.me.name }} />
      </span>
      <Button size="small" kind="secondary" onClick={() => void leave()}>
        <T k="common.logout" />
      </Button>
      {failed && (
        <span role="alert">
          <T k="common.logout-failed" />
        </span>
      )}
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
  const isStaff = session.status === 'known' && session.me.role !== 'resident'
  const links = isStaff ? [...LINKS, ['/staff', 'common.nav-staff'] as const] : LINKS
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
      <span>
        <T k={text} />
      </span>
    </Link>
  )
}
