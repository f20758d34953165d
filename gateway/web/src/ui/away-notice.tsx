import type { Away } from '../api/result.ts'
import { say } from '../i18n/message.ts'
import { awayMessage } from '../i18n/problem-message.ts'
import { Say } from '../i18n/text.tsx'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

type Props = { readonly away: Away; readonly onRetry?: () => void }

/** R14, R20: the server is away or busy; nothing typed is lost and the page tries again by itself. */
export function AwayNotice({ away, onRetry }: Props) {
  const title = away.reason === 'offline' ? 'common.offline-title' : 'common.maintenance-title'
  return (
    <Notice tone="warning" title={say(title)} live>
      <p>
        <Say message={awayMessage(away)} />
      </p>
      {onRetry && <Button kind="secondary" onClick={onRetry} k="common.try-again" />}
    </Notice>
  )
}
