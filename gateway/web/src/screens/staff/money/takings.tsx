import { addDays } from '@asaichi/calendar/local-date.ts'
import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Day } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H2, H3, P, T } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { FileButton } from '../../shared/file-button.tsx'
import { useToday } from '../shared/use-today.ts'
import { Signed, Yen } from './bill-table.tsx'

type OneDay = ValueOf<RouteAt<'get', '/api/staff/takings/{date}'>>

const FILE_DAYS = 31
const HEADS = [
  'staff.money-how',
  'staff.money-count',
  'staff.money-received',
  'staff.money-refunded',
  'staff.money-balance',
] as const

/** T10: what came and went on a day, for the treasury, and the ledger as a file. */
export function Takings() {
  const today = useToday()
  return (
    <section aria-labelledby="takings" class="takings">
      <H2 k="staff.money-takings" id="takings" />
      {today === undefined ? <Loading /> : <OfDay today={today} />}
    </section>
  )
}

function OfDay({ today }: { readonly today: string }) {
  const [chosen, setChosen] = useState(today)
  // A date that is being typed is none yet.
  const date = /^\d{4}-\d\d-\d\d$/.test(chosen) ? chosen : today
  const takings = useApi(signal => api.get('/api/staff/takings/{date}', { params: { date }, signal }), [date])
  const span = new URLSearchParams({ from: addDays(date, 1 - FILE_DAYS), to: date })
  return (
    <>
      <TextField
        id="takings-date"
        name="takings-date"
        type="date"
        size={12}
        label={say('staff.money-takings-date')}
        value={chosen}
        error={undefined}
        onChange={setChosen}
      />
      <Shown of={takings}>{value => <Sums takings={value} />}</Shown>
      <div class="no-print">
        <H3 k="staff.money-file" />
        <P k="staff.money-file-lead" />
        <FileButton href={`/api/staff/ledger.csv?${span}`} k="staff.money-file-do" />
      </div>
    </>
  )
}

function Sums({ takings: { date, means, received, refunded } }: { readonly takings: OneDay }) {
  if (means.length === 0) return <P k="staff.money-takings-none" />
  return (
    <div class="table-frame" role="region" tabIndex={0} aria-labelledby="takings-day">
      <table class="table">
        <caption id="takings-day">
          <T k="staff.money-takings-caption" p={{ day: <Day date={date} /> }} />
        </caption>
        <thead>
          <tr>
            {HEADS.map(name => (
              <th key={name} scope="col">
                <T k={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {means.map(each => (
            <tr key={each.means}>
              <th scope="row">
                <T k={`staff.money-means-${each.means}`} />
              </th>
              <td>{each.count}</td>
              <td>
                <Yen yen={each.received} />
              </td>
              <td>
                <Yen yen={each.refunded} />
              </td>
              <td>
                <Signed yen={each.received - each.refunded} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <T k="staff.money-sum" />
            </th>
            <td>{means.reduce((sum, each) => sum + each.count, 0)}</td>
            <td>
              <Yen yen={received} />
            </td>
            <td>
              <Yen yen={refunded} />
            </td>
            <td>
              <Signed yen={received - refunded} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
