import { addDays } from '@asaichi/calendar/local-date.ts'
import type { City } from '@asaichi/contract/catalog/city.ts'
import { useEffect, useState } from 'preact/hooks'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import { Day, Moment, Until } from '../../../i18n/format.tsx'
import { say } from '../../../i18n/message.ts'
import { H3, P, T } from '../../../i18n/text.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useToday } from '../../staff/shared/use-today.ts'
import { lookAtCity } from './use-city-settings.ts'

type Props = { readonly city: City; readonly tag: string }
type OnDate = NonNullable<ValueOf<RouteAt<'post', '/api/cities/{cityId}/settings/preview'>>['onDate']>

const AHEAD_DAYS = 60
const QUIET_MS = 500

/** When a day of use is applied for under the rules as they are typed: the city's own rules say it, nothing is put. */
export function TryDay({ city, tag }: Props) {
  const today = useToday()
  const [typed, setTyped] = useState<string>()
  const date = typed ?? (today === undefined ? '' : addDays(today, AHEAD_DAYS))
  const windows = useQuiet(JSON.stringify([city.policy.windows, city.policy.serviceStops]))
  const tried = useApi(
    async () => (date === '' ? NOTHING : lookAtCity(city, tag, date)),
    [windows, tag, date],
  )
  return (
    <div class="try-day">
      <H3 k="admin.set-try-title" />
      <P k="admin.set-try-lead" />
      <TextField
        id="try-date"
        name="try-date"
        type="date"
        label={say('admin.set-try-date')}
        value={date}
        error={undefined}
        onChange={setTyped}
      />
      <div role="status">
        {tried.problem?.code === 'input-not-valid' ? (
          <P k="admin.set-try-wrong" />
        ) : (
          <Shown of={tried}>{({ onDate }) => onDate && <Windows onDate={onDate} />}</Shown>
        )}
      </div>
    </div>
  )
}

const NOTHING = {
  status: 'ok' as const,
  value: { version: 0, changes: [], onDate: null },
  etag: undefined,
}

function Windows({ onDate: { date, lottery, firstCome, stops } }: { readonly onDate: OnDate }) {
  const isEmpty = firstCome.opensAt >= firstCome.closesAt
  return (
    <>
      <p>
        {lottery ? (
          <T
            k="admin.set-try-lottery"
            p={{
              date: <Day date={date} />,
              opens: <Moment at={lottery.opensAt} short />,
              closes: <Until at={lottery.closesAt} short />,
              draw: <Moment at={lottery.drawAt} short />,
            }}
          />
        ) : (
          <T k="admin.set-try-no-lottery" p={{ date: <Day date={date} /> }} />
        )}
      </p>
      <p>
        {isEmpty ? (
          <T k="admin.set-try-empty" />
        ) : (
          <T
            k="admin.set-try-first-come"
            p={{
              opens: <Moment at={firstCome.opensAt} short />,
              closes: <Until at={firstCome.closesAt} short />,
            }}
          />
        )}
      </p>
      {stops.map(({ stoppedFrom, stoppedUntil, overDraw }) => (
        <p key={stoppedFrom}>
          <T
            k={overDraw ? 'admin.set-try-stop-draw' : 'admin.set-try-stop'}
            p={{
              from: <Moment at={stoppedFrom} short />,
              until: <Until at={stoppedUntil} short />,
            }}
          />
        </p>
      ))}
    </>
  )
}

/** The value once it has not changed for a moment: each letter typed is no question. */
function useQuiet<V>(value: V): V {
  const [quiet, setQuiet] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET_MS)
    return () => clearTimeout(timer)
  }, [value])
  return quiet
}
