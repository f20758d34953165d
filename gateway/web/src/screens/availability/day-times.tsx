import { useEffect, useRef } from 'preact/hooks'
import type { Bookable } from '../../api/bookable.ts'
import { Day, Money, When } from '../../i18n/format.tsx'
import { T } from '../../i18n/text.tsx'
import { bookedIn, withOwn } from '../../lib/own-times.ts'
import { stillFree, type TimeRange } from '../../lib/range.ts'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { RangeBar } from '../../ui/calendar/range-bar.tsx'
import { SlotList } from '../../ui/calendar/slot-list.tsx'
import type { BookingPhase } from './listing/phase.ts'
import { PhaseLine } from './listing/phase-lines.tsx'
import { totalYen } from './listing/total-yen.ts'
import { type MonthDay, slotsOfDay } from './listing/use-month.ts'
import { useListingDay, usePhase } from './listing/use-phase.ts'
import { applyPath } from './paths.ts'
import { Seldom } from './seldom.tsx'
import { SlotReasons } from './slot-reasons.tsx'
import { useOwnBookings } from './use-own-bookings.ts'
import { WatchOffer } from './watch-offer.tsx'

type Props = {
  readonly id: string
  readonly room: Bookable
  readonly day: MonthDay
  readonly range: TimeRange | undefined
  readonly onRange: (range: TimeRange | undefined) => void
  readonly onTaken: () => void
}

/** The times of the chosen day. The reader is taken here when a day is chosen. */
export function DayTimes({ id, room, day, range, onRange, onTaken }: Props) {
  const windows = useListingDay(room.listing.listingId, day.d)
  const phase = usePhase(windows.value)
  const heading = useArrival()
  const slots = withOwn(slotsOfDay(day), bookedIn(useOwnBookings(), room, day.d))
  const limits = { minMinutes: room.space.minMinutes }
  const chosen = stillFree(slots, range, limits)
  const isBookable = phase === 'lottery' || phase === 'waiting' || phase === 'first-come'
  return (
    <section class="day-times" id={id} tabIndex={-1} aria-labelledby="day-times-title">
      <h2 id="day-times-title" tabIndex={-1} ref={heading}>
        <span>
          <Day date={day.d} /> <T k="availability.times-of" />
        </span>
      </h2>
      <p>
        <a href="#choose-day">
          <T k="availability.another-day" />
        </a>
      </p>
      <Shown of={windows}>{value => phase && <PhaseLine day={value} phase={phase} />}</Shown>
      {range && !chosen && <Seldom part="RangeGone" room={room} />}
      {isBookable && (
        <>
          <SlotList
            id={`${id}-list`}
            slots={slots}
            limits={limits}
            range={chosen}
            onChange={onRange}
            {...(phase === 'lottery' && { freeText: 'calendar.slot-lottery' as const })}
          />
          <SlotReasons slots={slots} />
        </>
      )}
      {chosen && isBookable && (
        <ChosenBar room={room} range={chosen} phase={phase} {...windows.value} date={day.d} />
      )}
      {isBookable && <WatchOffer room={room} date={day.d} slots={slots} onFree={onTaken} />}
    </section>
  )
}

// Focus alone would leave the times below the fold of a phone.
function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [])
  return heading
}

const NEXT = {
  lottery: 'availability.next-lottery',
  waiting: 'availability.next-waiting',
  'first-come': 'availability.next-first-come',
} as const satisfies { readonly [_ in BookingPhase]?: string }

type BarProps = {
  readonly room: Bookable
  readonly date: string
  readonly range: TimeRange
  readonly phase: keyof typeof NEXT
  readonly feeRate?: number | undefined
}

function ChosenBar({ room: { listing }, date, range, phase, feeRate }: BarProps) {
  const yen = totalYen(listing, range, feeRate)
  return (
    <RangeBar
      action={
        <ButtonLink href={applyPath({ listingId: listing.listingId, date, ...range })} k={NEXT[phase]} />
      }
    >
      <strong>
        <When date={date} {...range} short />
      </strong>
      {yen > 0 && (
        <span>
          {' '}
          <T k="availability.price-total" p={{ yen: <Money yen={yen} /> }} />
        </span>
      )}
    </RangeBar>
  )
}
