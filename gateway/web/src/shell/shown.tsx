import type { ComponentChildren } from 'preact'
import type { ProblemCode } from '../api/routes.ts'
import type { Shown as ShownData } from '../api/use-api.ts'
import { say } from '../i18n/message.ts'
import { problemMessage } from '../i18n/problem-message.ts'
import { Say } from '../i18n/text.tsx'
import { AwayNotice } from '../ui/away-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { Notice } from '../ui/notice.tsx'

type Refusal = { readonly code: ProblemCode; readonly detail: string }
type Props<V> = {
  readonly of: ShownData<V, Refusal>
  /** Drawn with the value; the last good one stays on the screen while the server is away. */
  readonly children: (value: V) => ComponentChildren
}

/** Loading, refused, away or the value: `<Shown of={useApi(…)}>{venue => <Rooms venue={venue} />}</Shown>`. */
export function Shown<V>({ of, children }: Props<V>) {
  return (
    <>
      {of.status === 'loading' && of.value === undefined && <Loading />}
      {of.away && <AwayNotice away={of.away} onRetry={of.reload} />}
      {of.problem && (
        <Notice tone="error" title={say('common.notice-error')}>
          <p>
            <Say message={problemMessage(of.problem)} />
          </p>
        </Notice>
      )}
      {of.value !== undefined && children(of.value)}
    </>
  )
}
