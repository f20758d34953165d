import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { withNext } from '../login-path.ts'

/** M9: the API takes nothing else from such a session. */
export function AppFirst() {
  return (
    <Notice tone="warning" title={say('factor.first-title')}>
      <P k="factor.first-text" />
      <ButtonLink href={withNext('/staff/account')} k="factor.begin" />
    </Notice>
  )
}
