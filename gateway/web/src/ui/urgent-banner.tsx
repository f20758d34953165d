import type { ComponentChildren } from 'preact'
import { T, useText } from '../i18n/text.tsx'

/** R2: closures and warnings that everyone must see first. */
export function UrgentBanner({ children }: { readonly children: ComponentChildren }) {
  const t = useText()
  return (
    <section class="urgent-banner no-print" aria-label={t('common.urgent')}>
      <strong>
        <T k="common.urgent" />
      </strong>
      <div>{children}</div>
    </section>
  )
}
