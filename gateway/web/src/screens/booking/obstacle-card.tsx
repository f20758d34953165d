import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import type { ComponentChildren } from 'preact'
import { Moment, Until } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { P, T } from '../../i18n/text.tsx'
import { useLater } from '../../shell/later.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { availabilityPath } from '../availability/paths.ts'
import type { Obstacle, ObstacleProps } from './obstacles.ts'

/** M31: what stands in the way, and where to go from here. */
export function ObstacleCard({ obstacle, wanted }: ObstacleProps) {
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
        <Card title={say('press.why-before-title')}>
          <P k="press.why-before-text" p={{ at: <Moment at={obstacle.opensAt} /> }} />
          <OtherDay wanted={wanted} />
        </Card>
      )
    case 'over':
      return (
        <Card title={say('press.why-over-title')}>
          {obstacle.closedAt !== undefined && (
            <P k="availability.phase-over" p={{ at: <Until at={obstacle.closedAt} /> }} />
          )}
          <OtherDay wanted={wanted} />
        </Card>
      )
    case 'own':
      return <Own reservationId={obstacle.reservationId} />
    case 'quota':
      return <QuotaReached {...obstacle} />
  }
}

function Own({ reservationId }: { readonly reservationId: string }) {
  const part = useLater(() => import('../availability/own-overlap.tsx'), ['press'])
  return part ? <part.OwnBooking reservationId={reservationId} /> : <Loading />
}

function NotApproved({ permission }: { readonly permission: PermissionStatus }) {
  const part = useLater(() => import('./not-approved.tsx'), ['states'])
  return (
    <Card title={say('press.why-permission-title')}>
      {part ? <part.NotApproved permission={permission} /> : <Loading />}
    </Card>
  )
}

function QuotaReached({ limit, of }: Extract<Obstacle, { readonly kind: 'quota' }>) {
  return (
    <Card title={say('press.why-quota-title')}>
      <p>
        <T k={of === 'entries' ? 'problems.entry-quota-reached' : 'reasons.quota-reached'} p={{ limit }} />{' '}
        <T k="press.why-quota-text" />
      </p>
      <ButtonLink href="/my" k="press.why-quota-see" />
    </Card>
  )
}

function OtherDay({ wanted: { listingId, date } }: Pick<ObstacleProps, 'wanted'>) {
  return <ButtonLink href={availabilityPath(listingId, { date })} k="availability.another-day" />
}

function Card({ title, children }: { readonly title: Message; readonly children: ComponentChildren }) {
  return (
    <Notice tone="warning" title={title} live>
      {children}
    </Notice>
  )
}
