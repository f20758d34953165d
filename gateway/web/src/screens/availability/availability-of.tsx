import { useRef } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { Bookable } from '../../api/bookable.ts'
import { useMe } from '../../api/session.tsx'
import { OwnText } from '../../i18n/own-text.tsx'
import { H2, P, Span, T } from '../../i18n/text.tsx'
import { timeOfDayWithSeconds } from '../../lib/tokyo.ts'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { monthOf } from './choice.ts'
import { DayTimes } from './day-times.tsx'
import { RoomName } from './listing/room-name.tsx'
import { markOf, useMonth } from './listing/use-month.ts'
import { ListingMonth } from './listing-month.tsx'
import { availabilityPath, venueDayPath } from './paths.ts'
import { PhaseSummary } from './phase-summary.tsx'
import { RoomPrice } from './room-price.tsx'
import { Seldom } from './seldom.tsx'
import { useChoice } from './use-choice.ts'

const MONTHS_AHEAD = 12
const TIMES_ID = 'times'

type Props = { readonly room: Bookable; readonly today: string }

export function AvailabilityOf({ room, today }: Props) {
  const { listing, space } = room
  const [choice, choose] = useChoice()
  const shown = useMonth(listing.listingId, monthOf(choice))
  const limits = { minMinutes: space.minMinutes }
  const calendar = useRef<HTMLDivElement>(null)
  const day = shown.value?.days.find(one => one.d === choice.date)
  return (
    <>
      <RoomName room={room} />
      <RoomPrice room={room} />
      {useMe()?.classId && <Seldom part="OwnClass" room={room} />}
      <OtherUse room={room} date={choice.date} />
      <section aria-labelledby="choose-day" ref={calendar}>
        <H2 k="availability.choose-day" id="choose-day" />
        <Freshness at={shown.at} onReload={shown.reload} />
        <Shown of={shown}>
          {({ month, days }) => (
            <>
              <PhaseSummary days={days} />
              <ListingMonth
                month={month}
                days={days}
                mark={one => markOf(one, limits)}
                selected={choice.date}
                onDay={date => choose({ date, month, range: undefined })}
                onMonth={next => choose({ month: next })}
                first={today.slice(0, 7)}
                monthsAhead={MONTHS_AHEAD}
                timesId={TIMES_ID}
              />
            </>
          )}
        </Shown>
      </section>
      {choice.date === undefined || !day ? (
        <P k="availability.choose-day-first" id={TIMES_ID} tabIndex={-1} />
      ) : (
        <DayTimes
          key={choice.date}
          id={TIMES_ID}
          room={room}
          day={day}
          range={choice.range}
          onRange={range => choose({ range })}
          onTaken={shown.reload}
        />
      )}
      <p>
        <TextLink href={venueDayPath(room.venue.venueId, choice.date)} k="availability.see-all-rooms" />
      </p>
    </>
  )
}

/** How old the signs are, and a button for those who do not want to wait 20 seconds. */
function Freshness({ at, onReload }: { readonly at: string | undefined; readonly onReload: () => void }) {
  return (
    <div class="freshness">
      {at !== undefined && (
        <Span k="availability.as-of" p={{ time: <time dateTime={at}>{timeOfDayWithSeconds(at)}</time> }} />
      )}
      <Button kind="secondary" size="small" onClick={onReload} k="availability.refresh" />
    </div>
  )
}

/** M13, M14: the same room under its other kind of use. */
function OtherUse({
  room: { space, listing },
  date,
}: {
  readonly room: Bookable
  readonly date: string | undefined
}) {
  const other = space.listings.find(one => one.use !== listing.use)
  if (!other) return null
  const href = availabilityPath(other.listingId, date === undefined ? {} : { date })
  return (
    <p>
      <T k={other.use === 'paid-event' ? 'availability.other-use-paid' : 'availability.other-use-free'} />{' '}
      <Link href={href}>
        <OwnText of={other} field="name" />
      </Link>
    </p>
  )
}
