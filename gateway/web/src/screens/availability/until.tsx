import { addDays } from '@asaichi/calendar/local-date.ts'
import type { Instant } from '@asaichi/contract/time.ts'
import { Day, Moment } from '../../i18n/format.tsx'
import { dateAt, timeAt } from '../../lib/tokyo.ts'

/** An end: midnight is the 24:00 of the day that ends, never the next day's 00:00. */
export function Until({ at, short = false }: { readonly at: Instant; readonly short?: boolean }) {
  if (timeAt(at) !== '00:00') return <Moment at={at} short={short} />
  return (
    <>
      <Day date={addDays(dateAt(at), -1)} short={short} /> <span class="nowrap">24:00</span>
    </>
  )
}
