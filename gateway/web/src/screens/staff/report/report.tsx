import type { LocalDate } from '@asaichi/contract/time.ts'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { MonthText } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { P } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { useQuery } from '../../shared/use-query.ts'
import { HeadcountTable } from './headcount-table.tsx'
import { HoursTable } from './hours-table.tsx'
import { PurposeTable } from './purpose-table.tsx'
import { ReportFiles } from './report-files.tsx'
import { RoomTable } from './room-table.tsx'
import { monthsOf, SPANS } from './spans.ts'
import './report.css'

type UseReport = ValueOf<RouteAt<'get', '/api/staff/use-report'>>

/** T11: a table for every venue, the hours of the day, and all of it as a file. */
export function Report({ today }: { readonly today: LocalDate }) {
  const [query, change] = useQuery()
  const now = SPANS.find(name => name === query.get('of')) ?? 'this-month'
  const { from, to } = monthsOf(now, today)
  const report = useApi(
    signal => api.get('/api/staff/use-report', { query: { from, to }, signal }),
    [from, to],
  )
  return (
    <>
      <P k="report.lead" class="soft" />
      <Tabs
        label={say('report.spans')}
        tabs={SPANS.map(id => ({ id, label: say(`report.span-${id}`) }))}
        now={now}
        onChange={id => change({ of: id === 'this-month' ? undefined : id })}
      >
        <Shown of={report}>{value => <Tables report={value} />}</Shown>
        <div class="report no-print">
          <ReportFiles from={from} to={to} />
        </div>
      </Tabs>
    </>
  )
}

function Tables({
  report: { from, to, rooms, hours, purposes, headcounts },
}: {
  readonly report: UseReport
}) {
  const venues = [...Map.groupBy(rooms, room => room.venueId).values()]
  return (
    <div class="report">
      {from === to ? (
        <P k="report.month" p={{ month: <MonthText month={from} /> }} />
      ) : (
        <P k="report.months" p={{ from: <MonthText month={from} />, to: <MonthText month={to} /> }} />
      )}
      {venues.length === 0 && <P k="report.no-rooms" />}
      {venues.map(each => (
        <RoomTable key={each[0]?.venueId} rooms={each} />
      ))}
      <PurposeTable purposes={purposes} />
      <HeadcountTable headcounts={headcounts} />
      <HoursTable hours={hours} />
    </div>
  )
}
