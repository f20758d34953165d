import type { ComponentChildren } from 'preact'
import type { ProblemCode } from '../api/routes.ts'
import type { Shown as ShownData } from '../api/use-api.ts'
import { AwayNotice } from '../ui/away-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { ProblemNotice } from './problem-notice.tsx'

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
      {of.problem && <ProblemNotice problem={of.problem} />}
      {of.value !== undefined && children(of.value)}
    </>
  )
}
