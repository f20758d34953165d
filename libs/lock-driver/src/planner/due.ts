import { addMs } from '@asaichi/calendar/instant.ts'
import { LEAD_MS, NEAR_MS, type Setting } from './places.ts'
import { LOOK_MS } from './plan.ts'
import { servable, type Wanted } from './wanted.ts'

const DAY_MS = 24 * 3_600_000

/** The next moment at which time alone can make something to do; undefined where only news can. */
export function nextDue(
  wanted: readonly Wanted[],
  { known, capabilities, now }: Setting,
): string | undefined {
  const { ledger, listedAt } = known
  const edges = wanted
    .flatMap(code => servable(code, capabilities) ?? [])
    .flatMap(({ windows }) => windows)
    .flatMap(({ from, to }) => [from, to, ...[LEAD_MS, NEAR_MS, LOOK_MS].map(ms => addMs(from, -ms))])
  const again = ledger.setbacks.flatMap(({ notBefore }) => notBefore ?? [])
  const daily = [listedAt, capabilities.timing === 'lock' ? ledger.timeSetAt : null]
  const days = daily.flatMap(at => (at == null ? [] : addMs(at, DAY_MS)))
  return [...edges, ...again, ...days].filter(at => now < at).reduce(earlier, undefined)
}

function earlier(one: string | undefined, other: string): string {
  return one === undefined || other < one ? other : one
}
