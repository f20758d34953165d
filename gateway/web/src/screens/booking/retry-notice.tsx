import type { Away } from '../../api/result.ts'
import type { Retry } from '../../forms/use-auto-retry.ts'
import { say } from '../../i18n/message.ts'
import { awayMessage } from '../../i18n/problem-message.ts'
import { P, Say, T } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = {
  readonly retry: Retry
  readonly answer: Away | { readonly status: 'ok' | 'refused' } | undefined
  readonly onRetry: () => void
}

/** R14: nobody has to press again; the same key makes sure that nothing is booked twice. */
export function RetryNotice({ retry, answer, onRetry }: Props) {
  return (
    <Notice tone="warning" title={say('press.retry-title')} live>
      {answer?.status === 'away' && (
        <p>
          <Say message={awayMessage(answer)} />
        </p>
      )}
      {retry.status === 'given-up' ? (
        <>
          <P k="press.retry-given-up" />
          <Button onClick={onRetry} k="common.try-again" />
        </>
      ) : (
        <p>
          {retry.status === 'waiting' ? (
            <T k="press.retry-in" p={{ seconds: Math.ceil(retry.seconds) }} />
          ) : (
            <T k="common.sending" />
          )}{' '}
          <T k="press.retry-safe" />
        </p>
      )}
    </Notice>
  )
}
