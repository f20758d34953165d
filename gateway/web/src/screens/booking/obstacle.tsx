import type { Bookable } from '../../api/bookable.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { useLater } from '../../shell/later.ts'
import { loginPath } from '../../shell/login-path.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Wanted } from '../availability/paths.ts'
import type { ObstacleProps } from './obstacles.ts'

/** M31: not logged in. What was typed comes back after the login. */
export function Login() {
  return (
    <Notice tone="warning" title={say('booking.why-login-title')} live>
      <P k="booking.why-login-text" />
      <p class="buttons">
        <ButtonLink href={loginPath()} k="common.login" />
        <ButtonLink href="/register" kind="secondary" k="booking.why-register" />
      </p>
    </Notice>
  )
}

/** Few overlap themselves: it is no burden to the others on their way to 07:00. */
export function OwnAhead(props: { readonly room: Bookable; readonly wanted: Wanted }) {
  const part = useLater(() => import('../availability/own-overlap.tsx'), ['press'])
  return part ? <part.OwnOverlap {...props} /> : null
}

export function Already(props: { readonly done: string; readonly onAgain: () => void }) {
  const part = useLater(() => import('./already-sent.tsx'), ['press'])
  return part ? <part.AlreadySent {...props} /> : <Loading />
}

export function ObstacleBox(props: ObstacleProps) {
  const part = useLater(() => import('./obstacle-card.tsx'), ['press'])
  return part ? <part.ObstacleCard {...props} /> : <Loading />
}
