import { Link } from 'wouter-preact'
import type { Message } from '../i18n/message.ts'
import { Say, useText } from '../i18n/text.tsx'
import { TextLink } from './text-link.tsx'

export type Crumb = { readonly href: string; readonly label: Message }

export function Breadcrumb({ crumbs, here }: { readonly crumbs: readonly Crumb[]; readonly here: Message }) {
  const t = useText()
  return (
    <nav class="breadcrumb" aria-label={t('common.nav-breadcrumb')}>
      <ol>
        <li>
          <TextLink href="/" k="common.home" />
        </li>
        {crumbs.map(({ href, label }) => (
          <li key={href}>
            <Link href={href}>
              <Say message={label} />
            </Link>
          </li>
        ))}
        <li aria-current="page">
          <span>
            <Say message={here} />
          </span>
        </li>
      </ol>
    </nav>
  )
}
