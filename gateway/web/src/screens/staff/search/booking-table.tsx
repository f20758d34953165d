import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { Link } from 'wouter-preact'
import { When } from '../../../i18n/format.tsx'
import type { Message } from '../../../i18n/message.ts'
import { say } from '../../../i18n/message.ts'
import { T } from '../../../i18n/text.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { StatusBadge } from '../../../ui/state/status-badge.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { ApplicantName } from '../shared/applicant-name.tsx'
import type { Names } from '../shared/use-names.ts'

type Props = {
  readonly caption: Message
  readonly bookings: readonly Reservation[]
  /** Left out where all are one person's. */
  readonly names?: Names
}

/** Bookings of any state, each with the way to its day, where everything about it stands. */
export function BookingTable({ caption, bookings, names }: Props) {
  return (
    <div class="bookings">
      <Table
        caption={caption}
        columns={columnsOf(names)}
        rows={bookings}
        keyOf={booking => booking.reservationId}
      />
    </div>
  )
}

function columnsOf(names: Names | undefined): readonly Column<Reservation>[] {
  return [
    { head: say('staff.col-number'), isRowHead: true, cell: ({ number }) => number ?? '－' },
    {
      head: say('staff.col-time'),
      cell: ({ date, from, to }) => <When date={date} from={from} to={to} short />,
    },
    {
      head: say('staff.col-room'),
      cell: ({ venueName, spaceName }) => (
        <span lang="ja">
          {venueName} {spaceName}
        </span>
      ),
    },
    { head: say('staff.col-event'), cell: booking => <WayTo booking={booking} /> },
    ...(names === undefined ? [] : [applicantOf(names)]),
    {
      head: say('staff.col-people'),
      cell: ({ people }) => <T k="staff.people-count" p={{ count: people }} />,
    },
    {
      head: say('staff.col-state'),
      cell: ({ status }) => <StatusBadge state={stateOf('reservation', status)} />,
    },
  ]
}

function applicantOf(names: Names): Column<Reservation> {
  return {
    head: say('staff.applicant'),
    cell: ({ personId }) => (
      <Link href={`/staff/people/${personId}`}>
        <ApplicantName person={names.get(personId)} />
      </Link>
    ),
  }
}

// The day no longer shows what was refused or cancelled.
function WayTo({ booking }: { readonly booking: Reservation }) {
  const { reservationId, venueId, date, status, eventName } = booking
  const isThere = status === 'pending' || status === 'approved' || status === 'used'
  if (!isThere) return <span lang="ja">{eventName}</span>
  return (
    <Link href={`/staff/timeline?venue=${venueId}&date=${date}&booking=${reservationId}`} lang="ja">
      {eventName}
    </Link>
  )
}
