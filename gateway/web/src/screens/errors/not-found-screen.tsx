import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink } from '../../ui/button.tsx'

/** R20 */
export function NotFoundScreen() {
  return (
    <Page title={say('common.not-found-title')} screen="R20">
      <p>
        <T k="common.not-found-text" />
      </p>
      <p class="buttons">
        <ButtonLink href="/">
          <T k="common.home" />
        </ButtonLink>
        <ButtonLink href="/search" kind="secondary">
          <T k="common.nav-search" />
        </ButtonLink>
      </p>
    </Page>
  )
}
