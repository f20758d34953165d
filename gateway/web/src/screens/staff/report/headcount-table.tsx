import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { MonthText } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { type Column, Table } from '../../../ui/table.tsx'

type Headcounts = NonNullable<ValueOf<RouteAt<'get', '/api/staff/use-report'>>['headcounts']>
type Line = Headcounts['venues'][number]

/** G15: how many people came, by venue and month; nothing of a city that never asked. */
export function HeadcountTable({ headcounts }: { readonly headcounts: Headcounts | undefined }) {
  if (!headcounts) return null
  if (headcounts.venues.length === 0) return <P k="report.headcount-none" />
  return (
    <Table
      caption={say('report.by-venue')}
      columns={[
        {
          head: say('report.col-venue'),
          isRowHead: true,
          cell: ({ venueName }) => (
            <span lang="ja" class="report-room">
              {venueName}
            </span>
          ),
        },
        {
          head: say('report.col-month'),
          cell: ({ month }) => (
            <span class="nowrap">
              <MonthText month={month} />
            </span>
          ),
        },
        ...headcounts.kinds.map(
          ({ kindId, name }): Column<Line> => ({
            head: name,
            cell: ({ kinds }) => kinds.find(each => each.kindId === kindId)?.people ?? '－',
          }),
        ),
        { head: say('report.col-total'), cell: ({ people }) => people },
        { head: say('report.col-over'), cell: ({ bookings }) => bookings },
        { head: say('report.col-written'), cell: ({ written }) => written },
      ]}
      rows={headcounts.venues}
      keyOf={({ venueId, month }) => `${venueId} ${month}`}
    />
  )
}
