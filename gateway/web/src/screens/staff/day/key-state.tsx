import { useState } from 'preact/hooks'
import { api } from '../../../api/client.ts'
import type { RouteAt, ValueOf } from '../../../api/routes.ts'
import { useApi } from '../../../api/use-api.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { Moment } from '../../../i18n/format.tsx'
import { P, T } from '../../../i18n/text.tsx'
import { endAt } from '../../../lib/tokyo.ts'
import { Shown } from '../../../shell/shown.tsx'
import { Button } from '../../../ui/button.tsx'
import { ReissueDialog } from '../locks/reissue-dialog.tsx'
import { Told } from '../shared/told.tsx'
import { SpareHelp } from './spare-help.tsx'

type State = ValueOf<RouteAt<'get', '/api/staff/reservations/{reservationId}/key'>>

const RESULTS: Readonly<Record<State['presses'][number]['result'], Key>> = {
  opened: 'staff.press-opened',
  paused: 'staff.press-paused',
  unknown: 'staff.press-unknown',
  'not-yet': 'staff.press-not-yet',
  ended: 'staff.press-ended',
  'clock-unknown': 'staff.press-clock-unknown',
}

type Props = { readonly reservationId: string; readonly number: string | null }

/** T4: "my code does not open": the state at each door, what was pressed there, and new digits. */
export function KeyState({ reservationId, number }: Props) {
  const [reissues, setReissues] = useState(false)
  const [isDone, setDone] = useState(false)
  const key = useApi(
    signal => api.get('/api/staff/reservations/{reservationId}/key', { params: { reservationId }, signal }),
    [reservationId],
    { refresh: true },
  )
  return (
    <section aria-labelledby="key-state">
      <h4 id="key-state">
        <T k="staff.key-title" />
      </h4>
      <Told>{isDone && <T k="staff.reissued" />}</Told>
      <Shown of={key}>
        {state => (
          <>
            <Doors doors={state.doors} reservationId={reservationId} onGiven={key.reload} />
            <Presses presses={state.presses} />
            {state.doors.length > 0 && (
              <Button kind="secondary" size="small" onClick={() => setReissues(true)} k="staff.reissue" />
            )}
          </>
        )}
      </Shown>
      {reissues && (
        <ReissueDialog
          reservationId={reservationId}
          number={number}
          onClose={() => setReissues(false)}
          onDone={() => {
            setReissues(false)
            setDone(true)
            key.reload()
          }}
        />
      )}
    </section>
  )
}

type DoorsProps = Pick<State, 'doors'> & {
  readonly reservationId: string
  readonly onGiven: () => void
}

function Doors({ doors, reservationId, onGiven }: DoorsProps) {
  if (doors.length === 0) return <P k="staff.key-none" />
  return (
    <ul>
      {doors.map(door => (
        <li key={door.lockId}>
          <span lang="ja">{door.doorName}</span>：<T k={`staff.code-${door.state}`} />（
          <Moment at={door.from} short />～{endAt(door.to).time}）
          <SpareHelp reservationId={reservationId} door={door} onGiven={onGiven} />
        </li>
      ))}
    </ul>
  )
}

function Presses({ presses }: Pick<State, 'presses'>) {
  if (presses.length === 0) return <P k="staff.presses-none" />
  return (
    <>
      <P k="staff.presses" />
      <ol class="presses">
        {presses.map(({ doorName, at, result, own }) => (
          <li key={`${doorName} ${at} ${result}`}>
            <Moment at={at} short /> <span lang="ja">{doorName}</span>：<T k={RESULTS[result]} />
            {own && <T k="staff.press-own" />}
          </li>
        ))}
      </ol>
    </>
  )
}
