import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { say } from '../../../i18n/message.ts'
import { T } from '../../../i18n/text.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { Yen } from '../money/bill-table.tsx'
import { Bar } from './bar.tsx'
import { Hours } from './hours-table.tsx'

type RoomUse = ValueOf<RouteAt<'get', '/api/staff/use-report'>>['rooms'][number]

const COUNTS = ['bookings', 'people', 'cancelled'] as const
const SUMS = ['charged', 'paid'] as const

/** The rooms of one venue, each with its rate as a bar and as a figure. */
export function RoomTable({ rooms }: { readonly rooms: readonly RoomUse[] }) {
  return (
    <Table
      caption={say('report.rooms', { venue: rooms[0]?.venueName ?? '' })}
      columns={COLUMNS}
      rows={rooms}
      keyOf={room => room.spaceId}
    />
  )
}

const COLUMNS: readonly Column<RoomUse>[] = [
  {
    head: say('report.room'),
    isRowHead: true,
    cell: ({ spaceName }) => (
      <span lang="ja" class="report-room">
        {spaceName}
      </span>
    ),
  },
  { head: say('report.rate'), cell: room => <Rate room={room} /> },
  {
    head: say('report.used'),
    cell: ({ usedMinutes, openMinutes }) => (
      <>
        <Hours minutes={usedMinutes} />
        <br />
        <span class="soft">
          <T k="report.of" p={{ open: <Hours minutes={openMinutes} /> }} />
        </span>
      </>
    ),
  },
  ...COUNTS.map(name => ({ head: say(`report.col-${name}`), cell: (room: RoomUse) => room[name] })),
  ...SUMS.map(name => ({
    head: say(`report.col-${name}`),
    cell: (room: RoomUse) => <Yen yen={room[name]} />,
  })),
]

function Rate({ room: { openMinutes, usedMinutes } }: { readonly room: RoomUse }) {
  if (openMinutes === 0) return <>－</>
  const share = usedMinutes / openMinutes
  return (
    <>
      <Bar share={share} />
      {`${(share * 100).toFixed(1)}%`}
    </>
  )
}
