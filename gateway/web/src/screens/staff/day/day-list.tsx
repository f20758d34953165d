import { T } from '../../../i18n/text.tsx'
import { Times } from '../shared/times.tsx'
import { OccupancyButton } from './day-table.tsx'
import type { StaffDay } from './staff-day.ts'
import { boundsOf, stretchesOf } from './stretches.ts'

type Props = {
  readonly day: StaffDay
  readonly openId: string | undefined
  readonly onOpen: (occupancyId: string) => void
}

/** T4: the same as the table, room by room, for narrow screens and for reading aloud. */
export function DayList({ day, openId, onOpen }: Props) {
  const bounds = boundsOf(day.hours, day.occupancies)
  return (
    <div class="day-list">
      {day.spaces.map(room => (
        <section key={room.spaceId} aria-labelledby={`room-${room.spaceId}`}>
          <h3 id={`room-${room.spaceId}`} lang="ja">
            {room.name}
          </h3>
          <ul>
            {stretchesOf(room, day.occupancies, bounds).map(({ from, to, occupancies }) => (
              <li key={from}>
                {occupancies.length === 0 ? (
                  <>
                    <Times from={from} to={to} /> <T k="calendar.slot-o" />
                  </>
                ) : (
                  occupancies.map(one => (
                    <OccupancyButton key={one.occupancyId} occupancy={one} openId={openId} onOpen={onOpen} />
                  ))
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
