import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import type { ComponentChildren } from 'preact'
import { Moment, Until } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { useLater } from '../../shell/later.ts'
import { loginPath } from '../../shell/login-path.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { BookingPhase } from '../availability/listing/phase.ts'
import { availabilityPath, type Wanted } from '../availability/paths.ts'

/** M31: the one reason why nothing can be sent now. */
export type Obstacle =
  | { readonly kind: 'not-approved'; readonly permission: PermissionStatus }
  | { readonly kind: 'shut'; readonly reason: string | null }
  | { readonly kind: 'before'; readonly opensAt: string }
  | { readonly kind: 'over'; readonly closedAt: string | undefined }
  | { readonly kind: 'quota'; readonly limit: number; readonly of: 'reservations' | 'entries' }

type Facts = {
  readonly phase: BookingPhase
  readonly day: ListingDay
  readonly permission: PermissionStatus | undefined
}

/** Who one is first, then when: the order in which the desk judges. */
export function obstacleOf({ phase, day, permission }: Facts): Obstacle | undefined {
  if (permission !== undefined && permission !== 'approved') return { kind: 'not-approved', permission }
  if (phase === 'shut') return { kind: 'shut', reason: day.closedReason }
  if (phase === 'before' && day.lottery) return { kind: 'before', opensAt: day.lottery.opensAt }
  return phase === 'over' ? { kind: 'over', closedAt: day.firstCome?.closesAt } : undefined
}

/** M31: not logged in. What was typed comes back after the login. */
export function Login() {
  return (
    <Card title={say('booking.why-login-title')}>
      <P k="booking.why-login-text" />
      <p class="buttons">
        <ButtonLink href={loginPath()} k="common.login" />
        <ButtonLink href="/register" kind="secondary" k="booking.why-register" />
      </p>
    </Card>
  )
}

type Props = { readonly obstacle: Obstacle; readonly wanted: Wanted }

export function Obstacle({ obstacle, wanted }: Props) {
  switch (obstacle.kind) {
    case 'not-approved':
      return <NotApproved permission={obstacle.permission} />
    case 'shut':
      return (
        <Card title={say('availability.why-shut-title')}>
          <p lang="ja">{obstacle.reason}</p>
          <OtherDay wanted={wanted} />
        </Card>
      )
    case 'before':
      return (
        <Card title={say('booking.why-before-title')}>
          <P k="booking.why-before-text" p={{ at: <Moment at={obstacle.opensAt} /> }} />
          <OtherDay wanted={wanted} />
        </Card>
      )
    case 'over':
      return (
        <Card title={say('booking.why-over-title')}>
          {obstacle.closedAt !== undefined && (
            <P k="availability.phase-over" p={{ at: <Until at={obstacle.closedAt} /> }} />
          )}
          <OtherDay wanted={wanted} />
        </Card>
      )
    case 'quota':
      return <QuotaReached {...obstacle} />
  }
}

function NotApproved({ permission }: { readonly permission: PermissionStatus }) {
  const part = useLater(() => import('./not-approved.tsx'), ['states'])
  return (
    <Card title={say('booking.why-permission-title')}>
      {part ? <part.NotApproved permission={permission} /> : <Loading />}
    </Card>
  )
}

function QuotaReached({ limit, of }: Extract<Obstacle, { readonly kind: 'quota' }>) {
  return (
    <Card title={say('booking.why-quota-title')}>
      <p>
        <T k={of === 'entries' ? 'problems.entry-quota-reached' : 'reasons.quota-reached'} p={{ limit }} />{' '}
        <T k="booking.why-quota-text" />
      </p>
      <ButtonLink href="/my" k="booking.why-quota-see" />
    </Card>
  )
}

function OtherDay({ wanted: { listingId, date } }: { readonly wanted: Wanted }) {
  return <ButtonLink href={availabilityPath(listingId, { date })} k="availability.another-day" />
}

function Card({ title, children }: { readonly title: Message; readonly children: ComponentChildren }) {
  return (
    <Notice tone="warning" title={title} live>
      {children}
    </Notice>
  )
}
