import type { City } from '@asaichi/contract/catalog/city.ts'
import type { ComponentChildren } from 'preact'
import { api } from '../../api/client.ts'
import { useMe, useSession } from '../../api/session.tsx'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { StatusBadge } from '../../ui/state/status-badge.tsx'

/** M31: the first thing that stands between this person and a booking. */
export function WhyNot({ city }: { readonly city: City }) {
  const { session } = useSession()
  if (session.status === 'unknown') return <Loading />
  if (session.status === 'anonymous') return <LoggedOut />
  if (session.me.mustChangePassword)
    return (
      <Notice tone="warning" title={say('session.password-first-title')}>
        <P k="session.password-first-text" />
        <ButtonLink href="/new-password?next=%2Fhelp" k="common.to-new-password" />
      </Notice>
    )
  return session.me.role === 'resident' ? <OfResident city={city} /> : <Staff />
}

function LoggedOut() {
  return (
    <Notice tone="warning" title={say('help.why-logged-out')}>
      <P k="help.why-logged-out-text" />
      <div class="buttons">
        <ButtonLink href="/login?next=%2Fhelp" k="common.login" />
        <ButtonLink href="/register" kind="secondary" k="help.way-register" />
      </div>
    </Notice>
  )
}

function Staff() {
  return (
    <Notice tone="info" title={say('help.why-staff')}>
      <P k="help.why-staff-text" />
    </Notice>
  )
}

function OfResident({ city: { cityId, policy } }: { readonly city: City }) {
  const permission = useApi(
    signal => api.get('/api/cities/{cityId}/permission', { params: { cityId }, signal }),
    [cityId],
  )
  return (
    <Shown of={permission}>
      {({ status }) =>
        status === 'approved' ? (
          <Quota most={policy.quota.liveReservations} />
        ) : (
          <Notice tone="warning" title={say('help.why-not-approved')}>
            <p>
              <StatusBadge state={stateOf('permission', status)} />
            </p>
            <P k={stateOf('permission', status).next} />
            <ButtonLink href="/permission" k="common.to-permission" />
          </Notice>
        )
      }
    </Shown>
  )
}

const LIVE = ['pending', 'approved'] as const

/** G2: how many bookings a person holds of those they may. */
function Quota({ most }: { readonly most: number | null }) {
  const personId = useMe()?.personId
  const mine = useApi(
    signal => api.get('/api/reservations', { query: { status: LIVE, limit: 100 }, signal }),
    [personId],
  )
  if (most === null) return <AllWell />
  return (
    <Shown of={mine}>
      {({ items }) =>
        items.length >= most ? (
          <Notice tone="warning" title={say('help.why-quota')}>
            <P k="help.why-quota-text" p={{ count: items.length, most }} />
            <ButtonLink href="/my" k="common.nav-my" />
          </Notice>
        ) : (
          <AllWell>
            <P k="help.why-quota-left" p={{ count: items.length, most }} />
          </AllWell>
        )
      }
    </Shown>
  )
}

function AllWell({ children }: { readonly children?: ComponentChildren }) {
  return (
    <Notice tone="success" title={say('help.why-all-well')}>
      <P k="help.why-all-well-text" />
      {children}
    </Notice>
  )
}
