import type { City } from '@asaichi/contract/catalog/city.ts'
import type { ComponentChildren } from 'preact'
import { api } from '../../api/client.ts'
import { useMe, useSession } from '../../api/session.tsx'
import { useApi } from '../../api/use-api.ts'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
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
      <Notice tone="warning" title={say('common.password-first-title')}>
        <p>
          <T k="common.password-first-text" />
        </p>
        <ButtonLink href="/new-password?next=%2Fhelp">
          <T k="common.to-new-password" />
        </ButtonLink>
      </Notice>
    )
  return session.me.role === 'resident' ? <OfResident city={city} /> : <Staff />
}

function LoggedOut() {
  return (
    <Notice tone="warning" title={say('help.why-logged-out')}>
      <p>
        <T k="help.why-logged-out-text" />
      </p>
      <div class="buttons">
        <ButtonLink href="/login?next=%2Fhelp">
          <T k="common.login" />
        </ButtonLink>
        <ButtonLink href="/register" kind="secondary">
          <T k="help.way-register" />
        </ButtonLink>
      </div>
    </Notice>
  )
}

function Staff() {
  return (
    <Notice tone="info" title={say('help.why-staff')}>
      <p>
        <T k="help.why-staff-text" />
      </p>
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
            <p>
              <T k={stateOf('permission', status).next} />
            </p>
            <ButtonLink href="/permission">
              <T k="common.to-permission" />
            </ButtonLink>
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
            <p>
              <T k="help.why-quota-text" p={{ count: items.length, most }} />
            </p>
            <ButtonLink href="/my">
              <T k="common.nav-my" />
            </ButtonLink>
          </Notice>
        ) : (
          <AllWell>
            <p>
              <T k="help.why-quota-left" p={{ count: items.length, most }} />
            </p>
          </AllWell>
        )
      }
    </Shown>
  )
}

function AllWell({ children }: { readonly children?: ComponentChildren }) {
  return (
    <Notice tone="success" title={say('help.why-all-well')}>
      <p>
        <T k="help.why-all-well-text" />
      </p>
      {children}
    </Notice>
  )
}
