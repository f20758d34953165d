import { minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import type { VenueDay } from '@asaichi/contract/catalog/venue-day.ts'
import { Link } from 'wouter-preact'
import { timesText } from '../../i18n/dates.ts'
import { Moment, Money } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { P, T } from '../../i18n/text.tsx'
import { runsOf, type SlotMark, slotsOf, type TimeRange } from '../../lib/range.ts'
import { useCity } from '../../shell/city.tsx'
import { RoomDayTable, type Stretch } from '../../ui/calendar/room-day-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { availabilityPath } from './paths.ts'

type Room = VenueDay['rooms'][number]
type Open = VenueDay & { readonly hours: NonNullable<VenueDay['hours']> }
type Run = TimeRange & { readonly mark: SlotMark }

const MARKS = ['o', 'x', 'h', 'r'] as const satisfies readonly SlotMark[]
const LOOKS = { o: 'free', x: 'taken', h: 'city', r: 'closed' } as const
const SIGNS = { o: '○', x: '×', h: '休', r: '…' } as const

/** The rooms side by side where there is space, one below the other on a phone; both say the same. */
export function VenueRooms({ day }: { readonly day: VenueDay }) {
  const { hours } = day
  if (hours === null)
    return (
      <Notice tone="info" title={say('availability.why-shut-title')}>
        <p lang="ja">{day.closedReason}</p>
      </Notice>
    )
  const open = { ...day, hours }
  return (
    <>
      <DayPhase day={day} />
      <RoomsAtOnce />
      <div class="rooms-wide">
        <RoomDayTable
          caption={say('calendar.rooms-table')}
          opens={hours.opens}
          closes={hours.closes}
          rows={day.rooms.map(room => ({
            id: room.spaceId,
            name: <RoomHead room={room} />,
            stretches: runs(open, room).map(run => stretch(open, room, run)),
          }))}
        />
      </div>
      <ul class="rooms-narrow">
        {day.rooms.map(room => (
          <li key={room.spaceId}>
            <RoomCard day={open} room={room} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** G3: whether two rooms can be had for one hour, said before a form is filled in. */
function RoomsAtOnce() {
  const { city } = useCity()
  return (
    <p>
      <T k="availability.rooms-one-by-one" />{' '}
      {city && (
        <T
          k={
            city.policy.overlapAllowed
              ? 'availability.rooms-same-hour-yes'
              : 'availability.rooms-same-hour-no'
          }
        />
      )}
    </p>
  )
}

function DayPhase({ day: { p, opensAt } }: { readonly day: VenueDay }) {
  return (
    <div class="phase-line">
      <P k={`availability.day-phase-${p === '-' ? 'c' : p}`} />
      {opensAt !== null && <P k="availability.phase-first-come-from" p={{ at: <Moment at={opensAt} /> }} />}
    </div>
  )
}

function isBookable({ p }: VenueDay): boolean {
  return p === 'f' || p === 'l' || p === 'd'
}

function RoomHead({ room }: { readonly room: Room }) {
  return (
    <>
      <OwnText of={room} field="name" />
      <br />
      <small>
        <T k="availability.capacity" p={{ count: room.capacity }} />
      </small>
    </>
  )
}

function RoomCard({ day, room }: { readonly day: Open; readonly room: Room }) {
  const language = useLanguage()
  const free = runs(day, room).filter(run => run.mark === 'o')
  return (
    <article class="room-card">
      <h3>
        <OwnText of={room} field="name" />
      </h3>
      <P k="availability.capacity" p={{ count: room.capacity }} />
      <ul class="room-card__runs">
        {runs(day, room).map(run => (
          <li key={run.from}>
            <span class="nowrap">{timesText(run.from, run.to, language)}</span> <Sign mark={run.mark} />
          </li>
        ))}
      </ul>
      {isBookable(day) && <RoomLinks day={day} room={room} hasFree={free.length > 0} />}
    </article>
  )
}

function Sign({ mark }: { readonly mark: SlotMark }) {
  return (
    <span class={`room-sign room-sign--${mark}`}>
      <span aria-hidden="true">{SIGNS[mark]}</span> <T k={`calendar.slot-${mark}`} />
    </span>
  )
}

/** One link for each kind of use; a room that is full leads to the same page, where one can wait for it (G5). */
function RoomLinks({
  day,
  room,
  hasFree,
}: {
  readonly day: Open
  readonly room: Room
  readonly hasFree: boolean
}) {
  return (
    <ul class="room-card__links">
      {room.listings.map(listing => (
        <li key={listing.listingId}>
          <Link
            href={availabilityPath(listing.listingId, { date: day.date })}
            class="button button--secondary button--normal"
          >
            <span>
              <OwnText of={listing} field="name" />{' '}
              {listing.yenPerStep > 0 && (
                <T k="availability.price-step" p={{ yen: <Money yen={listing.yenPerStep} /> }} />
              )}{' '}
              <T k={hasFree ? 'availability.choose-time' : 'availability.see-times'} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function stretch(day: Open, room: Room, run: Run): Stretch {
  const [listing] = room.listings
  const href =
    listing && isBookable(day) && run.mark === 'o'
      ? availabilityPath(listing.listingId, { date: day.date, from: run.from, to: shortest(run) })
      : undefined
  return {
    from: run.from,
    to: run.to,
    look: LOOKS[run.mark],
    content: href ? (
      <Link href={href} class="room-day__link">
        <Sign mark={run.mark} />
        <span class="visually-hidden">
          {' '}
          <OwnText of={room} field="name" /> {run.from}
        </span>
      </Link>
    ) : (
      <Sign mark={run.mark} />
    ),
  }
}

function shortest({ from }: TimeRange): string {
  return timeOf(minutesOf(from) + 30)
}

function runs({ hours }: Open, room: Room): readonly Run[] {
  const slots = slotsOf(hours.opens, room.s)
  return MARKS.flatMap(mark => runsOf(slots, one => one === mark).map(run => ({ ...run, mark }))).sort(
    (a, b) => (a.from < b.from ? -1 : 1),
  )
}
