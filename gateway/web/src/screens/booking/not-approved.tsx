import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import { T } from '../../i18n/text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'

/** M7, M31: where the permission stands, and the way to it. */
export function NotApproved({ permission }: { readonly permission: PermissionStatus }) {
  return (
    <>
      <p>
        <T k="booking.why-permission-text" />
      </p>
      <StateCard state={stateOf('permission', permission)} />
      <ButtonLink href="/permission">
        <T k={permission === 'none' ? 'booking.why-permission-apply' : 'booking.why-permission-see'} />
      </ButtonLink>
    </>
  )
}
