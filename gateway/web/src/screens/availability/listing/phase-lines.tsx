import type { ListingDay } from '@asaichi/contract/catalog/listings.ts'
import { Moment, Until } from '../../../i18n/format.tsx'
import { P, T } from '../../../i18n/text.tsx'
import type { BookingPhase } from './phase.ts'

type Props = { readonly day: ListingDay; readonly phase: BookingPhase }

/** M31: what can be done for this date now, until when, and what comes next. */
export function PhaseLine({ day, phase }: Props) {
  return (
    <div class={`phase-line phase-line--${phase}`}>
      <PhaseNow day={day} phase={phase} />
      {(phase === 'before' || phase === 'lottery') && day.firstCome && (
        <P k="availability.phase-first-come-from" p={{ at: <Moment at={day.firstCome.opensAt} /> }} />
      )}
    </div>
  )
}

function PhaseNow({ day: { lottery, firstCome, closedReason }, phase }: Props) {
  switch (phase) {
    case 'shut':
      return (
        <p>
          <T k="availability.phase-shut" /> <span lang="ja">{closedReason}</span>
        </p>
      )
    case 'before':
      return lottery && <Told k="availability.phase-before" p={{ at: <Moment at={lottery.opensAt} /> }} />
    case 'lottery':
      return (
        lottery && (
          <Told
            k="availability.phase-lottery"
            p={{ until: <Until at={lottery.closesAt} />, draw: <Moment at={lottery.drawAt} /> }}
          />
        )
      )
    case 'waiting':
      return (
        firstCome && <Told k="availability.phase-waiting" p={{ at: <Moment at={firstCome.opensAt} /> }} />
      )
    case 'first-come':
      return (
        firstCome && (
          <Told k="availability.phase-first-come" p={{ until: <Until at={firstCome.closesAt} /> }} />
        )
      )
    case 'over':
      return firstCome ? (
        <Told k="availability.phase-over" p={{ at: <Until at={firstCome.closesAt} /> }} />
      ) : (
        <Told k="availability.phase-never" />
      )
  }
}

function Told(props: Parameters<typeof T>[0]) {
  return <P {...props} />
}
