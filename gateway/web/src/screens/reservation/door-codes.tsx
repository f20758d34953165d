import type { DoorCode } from '@asaichi/contract/lock/door-codes.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Moment, Until, When } from '../../i18n/format.tsx'
import { H2, P, Summary, T } from '../../i18n/text.tsx'
import { dateAt, timeAt } from '../../lib/tokyo.ts'
import { DoorName } from '../../records/door-name.tsx'
import { useCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'

/** M26–M28: the codes stay hidden until asked for, because a page lies open on tables and is shown around. */
export function DoorCodes({ reservation }: { readonly reservation: Reservation }) {
  const [isShown, show] = useState(false)
  return (
    <section aria-labelledby="codes">
      <H2 k="reservation.codes" id="codes" />
      <P k="reservation.codes-text" />
      <Button
        kind={isShown ? 'secondary' : 'primary'}
        onClick={() => show(!isShown)}
        k={isShown ? 'reservation.codes-hide' : 'reservation.codes-show'}
      />
      {isShown && <Codes reservation={reservation} />}
      <details class="how-to">
        <Summary k="reservation.how-to-open" />
        <Steps />
      </details>
    </section>
  )
}

function Steps() {
  const part = useLater(() => import('../../ui/keypad-steps.tsx'), ['kiosk'])
  return part ? <part.KeypadSteps /> : <Loading />
}

function Codes({ reservation: { reservationId, venueId } }: { readonly reservation: Reservation }) {
  const { city } = useCity()
  const shown = useApi(
    signal => api.get('/api/reservations/{reservationId}/door-codes', { params: { reservationId }, signal }),
    [reservationId],
    { refresh: true },
  )
  if (shown.problem?.code === 'not-ready') return <P k="reservation.code-none-yet" role="status" />
  return (
    <Shown of={shown}>
      {({ doors }) =>
        doors.length === 0 ? (
          <P k="reservation.no-doors" />
        ) : (
          <>
            <ul class="cards">
              {alike(doors).map(same => (
                <DoorLines key={same.door.lockId} {...same} venueId={venueId} />
              ))}
            </ul>
            <P k="reservation.code-trouble" p={{ phone: city?.office.phone ?? '' }} />
          </>
        )
      }
    </Shown>
  )
}

type Door = z.output<typeof DoorCode>
/** Doors that one code opens in the same way; `door` is the first of them. */
type Alike = { readonly door: Door; readonly doors: readonly Door[] }

function alike(doors: readonly Door[]): readonly Alike[] {
  const keyOf = ({ code, from, to, state }: Door) => [code, from, to, state].join()
  const firsts = doors.filter((door, index) => doors.findIndex(one => keyOf(one) === keyOf(door)) === index)
  return firsts.map(door => ({ door, doors: doors.filter(one => keyOf(one) === keyOf(door)) }))
}

function DoorLines({ door, doors, venueId }: Alike & { readonly venueId: string }) {
  const { code, from, to, state } = door
  const isOneDay = dateAt(from) === dateAt(to)
  return (
    <li class="card door">
      <h3>
        {doors.map(({ lockId, doorName }, index) => (
          <Fragment key={lockId}>
            {index > 0 && ' ・ '}
            <DoorName of={{ venueId, lockId, doorName }} />
          </Fragment>
        ))}
      </h3>
      <p class="door__code">
        <span aria-hidden="true">{code}</span>
        <span class="visually-hidden">{Array.from(code).join(' ')}</span>
      </p>
      <p>
        <T k="reservation.code-window" />
        <br />
        {isOneDay ? (
          <When date={dateAt(from)} from={timeAt(from)} to={timeAt(to)} />
        ) : (
          <>
            <Moment at={from} /> – <Until at={to} />
          </>
        )}
      </p>
      <P k={`reservation.code-${state}`} class="card__next" />
    </li>
  )
}
