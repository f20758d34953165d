import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useEffect, useRef } from 'preact/hooks'
import type { Bookable } from '../../api/bookable.ts'
import { serverNow } from '../../api/server-clock.ts'
import { Day, When } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { H2, P, T } from '../../i18n/text.tsx'
import { bookedIn, withOwn } from '../../lib/own-times.ts'
import { dayMark, type RangeLimits, type Slot, stillFree } from '../../lib/range.ts'
import { dateAt } from '../../lib/tokyo.ts'
import { PlaceName } from '../../records/place-name.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'
import type { DayMark } from '../../ui/calendar/month-calendar.tsx'
import { RangeBar } from '../../ui/calendar/range-bar.tsx'
import { SlotList } from '../../ui/calendar/slot-list.tsx'
import { Select } from '../../ui/form/choice.tsx'
import { type Choice, monthOf } from '../availability/choice.ts'
import { type MonthDay, markOf, slotsOfDay, useMonth } from '../availability/listing/use-month.ts'
import { ListingMonth } from '../availability/listing-month.tsx'

const MONTHS_AHEAD = 3
const TIMES_ID = 'move-times'

type Props = {
  readonly reservation: Reservation
  readonly room: Bookable
  readonly onRoom: (listingId: string) => void
  readonly choice: Choice
  readonly choose: (next: Partial<Choice>) => void
  /** The booked day is one that nothing can be moved to. */
  readonly onShut: () => void
  readonly onNext: () => void
}

/** The new date, time and room; one's own time counts as free. What is refused later changes nothing, so nothing is held here. */
export function MoveTimes({ reservation, room, onRoom, choice, choose, onShut, onNext }: Props) {
  const now = serverNow()
  const thisMonth = (now ? dateAt(now) : reservation.date).slice(0, 7)
  const shown = useMonth(room.listing.listingId, monthOf(choice))
  const booked = shown.value?.days.find(({ d }) => d === reservation.date)
  useEffect(() => {
    if (booked && booked.p !== 'f') onShut()
  }, [booked?.p])
  const limits = { minMinutes: room.space.minMinutes }
  const slotsOn = (day: MonthDay) =>
    withOwn(slotsOfDay(day), bookedIn([reservation], room, day.d), { free: true })
  return (
    <>
      <NowBooked reservation={reservation} />
      <RoomChoice room={room} onRoom={onRoom} />
      <section aria-labelledby="new-day">
        <H2 k="move.move-choose" id="new-day" />
        <P k="move.move-choose-text" />
        <Shown of={shown}>
          {({ month, days }) => (
            <>
              <ListingMonth
                month={month}
                days={days}
                mark={day => moveMark(day, slotsOn(day), limits)}
                selected={choice.date}
                onDay={date => choose({ date, month, range: undefined })}
                onMonth={next => choose({ month: next })}
                first={thisMonth}
                monthsAhead={MONTHS_AHEAD}
                timesId={TIMES_ID}
              />
              <Times
                key={choice.date}
                reservation={reservation}
                room={room}
                day={days.find(day => day.d === choice.date)}
                slotsOn={slotsOn}
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
function moveMark(day: MonthDay, slots: readonly Slot[], limits: RangeLimits): DayMark {
  const mark = day.p === 'f' ? dayMark(slots, limits) : markOf(day, limits)
  return mark === 'lottery' ? 'outside' : mark
}

/** M30: the rooms of the same venue, for the same kind of use (M14). */
function RoomChoice({ room: { venue, listing }, onRoom }: Pick<Props, 'room' | 'onRoom'>) {
  const language = useLanguage()
  const options = venue.spaces.flatMap(space =>
    space.listings
      .filter(one => one.use === listing.use)
      .map(one => ({ value: one.listingId, label: ownWords(one, 'name', language).text })),
  )
  if (options.length < 2) return null
  return (
    <Select
      id="move-room"
      name="room"
      label={say('move.move-room')}
      options={options}
      value={listing.listingId}
      error={undefined}
      onChange={onRoom}
    />
  )
}

type TimesProps = Pick<Props, 'reservation' | 'room' | 'choice' | 'choose' | 'onNext'> & {
  readonly day: MonthDay | undefined
  readonly slotsOn: (day: MonthDay) => readonly Slot[]
  readonly limits: RangeLimits
}

function Times({ reservation, room, day, slotsOn, limits, choice, choose, onNext }: TimesProps) {
  const heading = useArrival(choice.date === reservation.date ? undefined : choice.date)
  if (!day || day.p !== 'f') return <P k="move.move-day-first" id={TIMES_ID} tabIndex={-1} />
  const slots = slotsOn(day)
  const range = stillFree(slots, choice.range, limits)
  const isSame =
    room.listing.listingId === reservation.listingId &&
    day.d === reservation.date &&
    range?.from === reservation.from &&
    range.to === reservation.to
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
        onChange={next => choose({ date: day.d, range: next })}
      />
      {isSame && <P k="move.move-same" role="status" />}
      {range && !isSame && (
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
