import type { Key } from '../../i18n/catalogue.ts'
import { Day } from '../../i18n/format.tsx'
import { Li, P } from '../../i18n/text.tsx'
import type { MonthDay } from './listing/use-month.ts'

const SPANS = [
  ['f', 'availability.span-first-come'],
  ['l', 'availability.span-lottery'],
] as const satisfies readonly (readonly [MonthDay['p'], Key])[]

/** M17, M21: for which days of the month something can be applied for now. */
export function PhaseSummary({ days }: { readonly days: readonly MonthDay[] }) {
  const spans = SPANS.flatMap(([phase, text]) => {
    const ofPhase = days.filter(day => day.p === phase)
    const [first, last] = [ofPhase[0], ofPhase[ofPhase.length - 1]]
    return first && last ? [{ text, first: first.d, last: last.d }] : []
  })
  if (spans.length === 0) return <P k="availability.span-none" />
  return (
    <ul class="phase-summary">
      {spans.map(({ text, first, last }) => (
        <Li key={text} k={text} p={{ first: <Day date={first} short />, last: <Day date={last} short /> }} />
      ))}
    </ul>
  )
}
