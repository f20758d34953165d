import { minutesOf, timeOf } from '@asaichi/calendar/grid.ts'
import type { TimeOfDay } from '@asaichi/contract/time.ts'
import type { ComponentChildren } from 'preact'
import type { Message } from '../../i18n/message.ts'
import { Say, sayPlain, T } from '../../i18n/text.tsx'

/** One stretch of a room's day: what it is called, how it looks, and what to do there. */
export type Stretch = {
  readonly from: TimeOfDay
  readonly to: TimeOfDay
  readonly look: 'free' | 'taken' | 'city' | 'chosen' | 'closed'
  readonly content: ComponentChildren
}
export type RoomRow = {
  readonly id: string
  readonly name: ComponentChildren
  readonly stretches: readonly Stretch[]
}

type Props = {
  readonly caption: Message
  readonly opens: TimeOfDay
  readonly closes: TimeOfDay
  readonly rows: readonly RoomRow[]
}

/** R7, T4: rooms × half hours; it scrolls inside itself, its heads stay, and a stretch is one wide cell. */
export function RoomDayTable({ caption, opens, closes, rows }: Props) {
  const hours = hoursBetween(opens, closes)
  return (
    <div class="table-frame" role="region" tabIndex={0} aria-label={sayPlain(caption)}>
      <table class="room-day">
        <caption>
          <Say message={caption} />
        </caption>
        <thead>
          <tr>
            <th scope="col" class="room-day__corner">
              <T k="common.room" />
            </th>
            {hours.map(({ from, halves }) => (
              <th key={from} scope="col" colSpan={halves}>
                {from}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {filled(row.stretches, { opens, closes }).map(stretch => (
                <td
                  key={stretch.from}
                  colSpan={halvesOf(stretch)}
                  class={`room-day__stretch room-day__stretch--${stretch.look}`}
                >
                  {stretch.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Bounds = { readonly opens: TimeOfDay; readonly closes: TimeOfDay }

/** Gaps become closed cells, so that every row is as wide as its head. */
function filled(stretches: readonly Stretch[], { opens, closes }: Bounds): readonly Stretch[] {
  const cells: Stretch[] = []
  let at = opens
  for (const stretch of stretches) {
    if (stretch.from > at) cells.push(gap(at, stretch.from))
    cells.push(stretch)
    at = stretch.to
  }
  return at < closes ? [...cells, gap(at, closes)] : cells
}

function gap(from: TimeOfDay, to: TimeOfDay): Stretch {
  return { from, to, look: 'closed', content: '－' }
}

function hoursBetween(opens: TimeOfDay, closes: TimeOfDay) {
  const hours: { readonly from: TimeOfDay; readonly halves: number }[] = []
  for (let at = minutesOf(opens); at < minutesOf(closes); ) {
    const next = Math.min(minutesOf(closes), (Math.floor(at / 60) + 1) * 60)
    hours.push({ from: timeOf(at), halves: (next - at) / 30 })
    at = next
  }
  return hours
}

function halvesOf({ from, to }: Pick<Stretch, 'from' | 'to'>): number {
  return (minutesOf(to) - minutesOf(from)) / 30
}
