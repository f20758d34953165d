import { Link } from 'wouter-preact'
import type { Message } from '../i18n/message.ts'
import { Say } from '../i18n/text.tsx'

type BigLink = { readonly href: string; readonly title: Message; readonly note: Message }

/** The few ways on from a menu page, large enough for every thumb. */
export function BigLinks({ links }: { readonly links: readonly BigLink[] }) {
  return (
    <ul class="big-links">
      {links.map(({ href, title, note }) => (
        <li key={href}>
          <Link href={href} class="big-links__link">
            <span class="big-links__title">
              <Say message={title} />
            </span>
            <span class="big-links__note">
              <Say message={note} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
