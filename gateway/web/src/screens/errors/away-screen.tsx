import { say } from '../../i18n/message.ts'
import { Page } from '../../shell/page.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'

const OFFLINE = { status: 'away', reason: 'offline', code: undefined, retryAfter: undefined } as const

/** R20: a part of the app could not be loaded. */
export function AwayScreen({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Page title={say('common.offline-title')} screen="R20">
      <AwayNotice away={OFFLINE} onRetry={onRetry} />
    </Page>
  )
}
