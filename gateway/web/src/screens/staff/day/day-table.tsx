import type { StaffOccupancy } from '@asaichi/contract/reservation/staff.ts'
import { say } from '../../../i18n/message.ts'
import { Say, Span } from '../../../i18n/text.tsx'
import { RoomDayTable, type Stretch } from '../../../ui/calendar/room-day-table.tsx'
import { stateOf } from '../../../ui/state/states.ts'
import { FeeTag } from '../money/fee-tag.tsx'
import { Times } from '../shared/times.tsx'
import { kindText, type StaffDay, wordsOf } from './staff-day.ts'
import { boundsOf, type RoomStretch, stretchesOf } from './stretches.ts'

type Props = {
  readonly day: StaffDay
  readonly openId: string | undefined
  readonly onOpen: (occupancyId: string) => void
}

/** T4: rooms × half hours. Every taken stretch is a button; there is nothing to drag. */
export function DayTable({ day, openId, onOpen }: Props) {
  const bounds = boundsOf(day.hours, day.occupancies)
  return (
    <RoomDayTable
      caption={say('staff.table-caption', { venue: day.venueName })}
      opens={bounds.opens}
      closes={bounds.closes}
      rows={day.spaces.map(room => ({
        id: room.spaceId,
        name: <span lang="ja">{room.name}</span>,
        stretches: stretchesOf(room, day.occupancies, bounds).map(stretch =>
          cellOf(stretch, { openId, onOpen }),
        ),
      }))}
    />
  )
}

function cellOf(stretch: RoomStretch, tools: Pick<Props, 'openId' | 'onOpen'>): Stretch {
  const { from, to, occupancies } = stretch
  const [first] = occupancies
  if (!first)
    return {
      from,
      to,
      look: 'free',
      content: <Span k="calendar.slot-o" class="soft" />,
    }
  return {
    from,
    to,
    look: first.kind === 'reservation' ? 'taken' : 'city',
    content: occupancies.map(one => <OccupancyButton key={one.occupancyId} occupancy={one} {...tools} />),
  }
}

type ButtonProps = Pick<Props, 'openId' | 'onOpen'> & { readonly occupancy: StaffOccupancy }

export function OccupancyButton({ occupancy, openId, onOpen }: ButtonProps) {
  const { occupancyId, kind, from, to, reservation } = occupancy
  return (
    <button
      type="button"
      class="stretch"
      aria-pressed={occupancyId === openId}
      onClick={() => onOpen(occupancyId)}
    >
      <Span
        k={reservation ? stateOf('reservation', reservation.status).word : kindText(kind)}
        class="stretch__kind"
      />
      <span class="stretch__words" lang="ja">
        <Say message={wordsOf(occupancy)} />
      </span>
      {reservation && <FeeTag yen={reservation.yen} />}
      <span class="stretch__times">
        <Times from={from} to={to} />
      </span>
    </button>
  )
}
