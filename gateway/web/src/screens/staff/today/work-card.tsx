import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import type { Key } from '../../../i18n/catalogue.ts'
import { T } from '../../../i18n/text.tsx'

type Props = {
  readonly href?: string
  readonly title: Key
  /** Nothing while it is not known. */
  readonly count: number | undefined
  readonly isUrgent?: boolean
  readonly children: ComponentChildren
}

/** One kind of work: how many wait, what is next, and the way there. */
export function WorkCard({ href, title, count, isUrgent = false, children }: Props) {
  const name = <T k={title} />
  return (
    <li class={isUrgent ? 'work-card work-card--urgent' : 'work-card'}>
      <p class="work-card__title">{href === undefined ? name : <Link href={href}>{name}</Link>}</p>
      <p class="work-card__count">
        {count === undefined ? '…' : <T k="staff.count" p={{ count: <strong>{count}</strong> }} />}
      </p>
      <div class="work-card__note">{children}</div>
    </li>
  )
}
