import type { Me } from '../../../api/session.tsx'
import { say } from '../../../i18n/message.ts'
import { useLater } from '../../../shell/later.ts'
import { NeedsLogin } from '../../../shell/needs-login.tsx'
import { Page } from '../../../shell/page.tsx'
import { StepUp } from '../../../shell/team/team-gate.tsx'
import { Loading } from '../../../ui/loading.tsx'

/** T20, M9: the own app of staff, admins and operators. Open to a session that must set one up first, so it stands behind no gate. */
export function AccountScreen() {
  return (
    <Page title={say('staff.account-title')} screen="T20" crumbs={[]}>
      <NeedsLogin>{me => <Later me={me} />}</NeedsLogin>
      <StepUp />
    </Page>
  )
}

function Later({ me }: { readonly me: Me }) {
  const part = useLater(() => import('./second-factor.tsx'), ['factor', 'person'])
  return part ? <part.SecondFactor me={me} /> : <Loading />
}
