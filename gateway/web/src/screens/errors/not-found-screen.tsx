import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink } from '../../ui/button.tsx'

/** R20 */
export function NotFoundScreen() {
  return (
    <Page title={say('common.not-found-title')} screen="R20">
      <P k="common.not-found-text" />
      <p class="buttons">
        <ButtonLink href="/" k="common.home" />
        <ButtonLink href="/search" kind="secondary" k="common.nav-search" />
      </p>
    </Page>
  )
}
