import type { Me } from '../../api/session.tsx'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { withNext } from '../login-path.ts'

/** Why somebody who is logged in does not see the page. */
export function Barred({ me }: { readonly me: Me }) {
  return me.mustChangePassword ? <PasswordFirst /> : <StaffOnly />
}

/** S8, S9: the API takes nothing else from such a session. */
function PasswordFirst() {
  return (
    <Notice tone="warning" title={say('session.password-first-title')}>
      <P k="session.password-first-text" />
      <ButtonLink href={withNext('/new-password')} k="common.to-new-password" />
    </Notice>
  )
}

function StaffOnly() {
  return (
    <Notice tone="warning" title={say('session.staff-only-title')}>
      <P k="session.staff-only-text" />
    </Notice>
  )
}
