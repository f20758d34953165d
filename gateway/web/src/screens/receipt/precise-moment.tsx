import type { Instant } from '@asaichi/contract/time.ts'
import { Day } from '../../i18n/format.tsx'
import { dateAt, preciseTimeAt } from '../../lib/tokyo.ts'

/** To the millisecond, for at 07:00 many presses share a second (V2). */
export function PreciseMoment({ at }: { readonly at: Instant }) {
  return (
    <>
      <Day date={dateAt(at)} />{' '}
      <time dateTime={at} class="nowrap">
        {preciseTimeAt(at)}
      </time>
    </>
  )
}
