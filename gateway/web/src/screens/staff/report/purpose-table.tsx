import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { say } from '../../../i18n/message.ts'
import { T } from '../../../i18n/text.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bar } from './bar.tsx'
import { Hours } from './hours-table.tsx'

type PurposeUse = ValueOf<RouteAt<'get', '/api/staff/use-report'>>['purposes'][number]

/** M24: what the rooms were used for; nothing of a city that does not ask. */
export function PurposeTable({ purposes }: { readonly purposes: readonly PurposeUse[] }) {
  const [first] = purposes
  if (!first) return null
  return (
    <Table
      caption={say('report.by-purpose')}
      columns={[
        {
          head: say('report.purpose'),
          isRowHead: true,
          cell: ({ name }) => (name === null ? <T k="report.purpose-none" /> : <span lang="ja">{name}</span>),
        },
        {
          head: say('report.used'),
          cell: ({ usedMinutes }) => (
            <>
              <Bar share={first.usedMinutes === 0 ? 0 : usedMinutes / first.usedMinutes} />
              <Hours minutes={usedMinutes} />
            </>
          ),
        },
        { head: say('report.col-bookings'), cell: ({ bookings }) => bookings },
        { head: say('report.col-people'), cell: ({ people }) => people },
      ]}
      rows={purposes}
      keyOf={({ purposeId }) => purposeId ?? ''}
    />
  )
}
