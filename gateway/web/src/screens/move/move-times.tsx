import { addMonths } from '@asaichi/calendar/local-date.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useEffect, useRef } from 'preact/hooks'
import type { Bookable } from '../../api/bookable.ts'
import { serverNow } from '../../api/server-clock.ts'
import { Day, When } from '../../i18n/format.tsx'
import { H2, P, T } from '../../i18n/text.tsx'
import { type RangeLimits, stillFree } from '../../lib/range.ts'
import { dateAt } from '../../lib/tokyo.ts'
import { PlaceName } from '../../records/place-name.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'
import { type DayMark, MonthCalendar } from '../../ui/calendar/month-calendar.tsx'
import { RangeBar } from '../../ui/calendar/range-bar.tsx'
import { SlotList } from '../../ui/calendar/slot-list.tsx'
import { type Choice, monthOf } from '../availability/choice.ts'
import { type MonthDay, markOf, slotsOfDay, useMonth } from '../availability/listing/use-month.ts'

const MONTHS_AHEAD = 3
const TIMES_ID = 'move-times'

type Props = {
  readonly reservation: Reservation
  readonly room: Bookable
  readonly choice: Choice
  readonly choose: (next: Partial<Choice>) => void
  readonly onNext: () => void
}

/** The new date and time in the same room; what is refused later changes nothing, so nothing is held here. */
export function MoveTimes({ reservation, room, choice, choose, onNext }: Props) {
  const now = serverNow()
  const thisMonth = (now ? dateAt(now) : reservation.date).slice(0, 7)
  const shown = useMonth(room.listing.listingId, monthOf(choice))
  const limits = { minMinutes: room.space.minMinutes }
  return (
    <>
      <NowBooked reservation={reservation} />
      <section aria-labelledby="new-day">
        <H2 k="move.move-choose" id="new-day" />
        <P k="move.move-choose-text" />
        <Shown of={shown}>
          {({ month, days }) => (
            <>
              <MonthCalendar
                month={month}
                marks={Object.fromEntries(days.map(day => [day.d, moveMark(day, limits)]))}
                selected={choice.date}
                onSelect={date => choose({ date, month, range: undefined })}
                onMonth={step => choose({ month: addMonths(month, step) })}
                hasPrevious={month > thisMonth}
                hasNext={month < addMonths(thisMonth, MONTHS_AHEAD)}
                timesId={TIMES_ID}
              />
              <Times
                key={choice.date}
                day={days.find(day => day.d === choice.date)}
                limits={limits}
                choice={choice}
                choose={choose}
                onNext={onNext}
              />
            </>
          )}
        </Shown>
      </section>
    </>
  )
}

function NowBooked({ reservation }: { readonly reservation: Reservation }) {
  return (
    <div class="move-now">
      <p>
        <T k="move.move-now" />{' '}
        <strong>
          <When {...reservation} />
        </strong>
        <br />
        <PlaceName of={reservation} />
      </p>
      <P k="move.move-lead" />
    </div>
  )
}

// A day of the lottery cannot be moved to: nothing there can be had at once.
function moveMark(day: MonthDay, limits: RangeLimits): DayMark {
  const mark = markOf(day, limits)
  return mark === 'lottery' ? 'outside' : mark
}

type TimesProps = Pick<Props, 'choice' | 'choose' | 'onNext'> & {
  readonly day: MonthDay | undefined
  readonly limits: RangeLimits
}

function Times({ day, limits, choice, choose, onNext }: TimesProps) {
  const heading = useArrival(choice.date)
  if (!day || day.p !== 'f') return <P k="move.move-day-first" id={TIMES_ID} tabIndex={-1} />
  const slots = slotsOfDay(day)
  const range = stillFree(slots, choice.range, limits)
  return (
    <>
      <h3 tabIndex={-1} ref={heading}>
        <span>
          <Day date={day.d} /> <T k="move.move-times" />
        </span>
      </h3>
      <SlotList
        id={TIMES_ID}
        slots={slots}
        limits={limits}
        range={range}
        onChange={next => choose({ range: next })}
      />
      {range && (
        <RangeBar action={<Button onClick={onNext} k="move.move-next" />}>
          <strong>
            <When date={day.d} {...range} short />
          </strong>
        </RangeBar>
      )}
    </>
  )
}

// Focus alone would leave the times below the fold of a phone.
function useArrival(date: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (date === undefined) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [date])
  return heading
}
