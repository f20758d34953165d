import { say } from '../../../i18n/message.ts'
import { P, T } from '../../../i18n/text.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bar } from './bar.tsx'

type Props = { readonly hours: readonly number[] }

/** When the rooms are used, from the first hour of the day that is to the last. */
export function HoursTable({ hours }: Props) {
  const rows = hours.map((minutes, hour) => ({ hour, minutes }))
  const used = rows.filter(({ minutes }) => minutes > 0)
  const [first, last] = [used.at(0), used.at(-1)]
  if (!first || !last) return <P k="report.no-use" />
  const most = Math.max(...hours)
  return (
    <Table
      caption={say('report.by-hour')}
      columns={[
        { head: say('report.hour'), isRowHead: true, cell: ({ hour }) => timesOf(hour) },
        {
          head: say('report.used'),
          cell: ({ minutes }) => (
            <>
              <Bar share={minutes / most} />
              <Hours minutes={minutes} />
            </>
          ),
        },
      ]}
      rows={rows.slice(first.hour, last.hour + 1)}
      keyOf={({ hour }) => String(hour)}
    />
  )
}

/** `1,212.5時間`, with what comes after the point only where there is something. */
export function Hours({ minutes }: { readonly minutes: number }) {
  return (
    <span class="nowrap">
      <T k="report.hours" p={{ hours: (Math.round(minutes / 6) / 10).toLocaleString('en') }} />
    </span>
  )
}

function timesOf(hour: number): string {
  const at = (time: number) => `${String(time).padStart(2, '0')}:00`
  return `${at(hour)}～${at(hour + 1)}`
}
