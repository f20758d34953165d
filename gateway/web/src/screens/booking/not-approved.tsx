import type { PermissionStatus } from '@asaichi/contract/actor.ts'
import { P } from '../../i18n/text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'

/** M7, M31: where the permission stands, and the way to it. */
export function NotApproved({ permission }: { readonly permission: PermissionStatus }) {
  return (
    <>
      <P k="press.why-permission-text" />
      <StateCard state={stateOf('permission', permission)} />
      <ButtonLink
        href="/permission"
        k={permission === 'none' ? 'press.why-permission-apply' : 'press.why-permission-see'}
      />
    </>
  )
}
