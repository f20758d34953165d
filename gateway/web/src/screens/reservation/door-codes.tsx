import type { DoorCode } from '@asaichi/contract/lock/door-codes.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useState } from 'preact/hooks'
import type { z } from 'zod'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { Moment, Until, When } from '../../i18n/format.tsx'
import { T } from '../../i18n/text.tsx'
import { dateAt, timeAt } from '../../lib/tokyo.ts'
import { DoorName } from '../../records/door-name.tsx'
import { useCity } from '../../shell/city.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Button } from '../../ui/button.tsx'
import { KeypadSteps } from '../../ui/keypad-steps.tsx'

/** M26–M28: the codes stay hidden until asked for, because a page lies open on tables and is shown around. */
export function DoorCodes({ reservation }: { readonly reservation: Reservation }) {
  const [isShown, show] = useState(false)
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">
        <T k="reservation.codes" />
      </h2>
      <p>
        <T k="reservation.codes-text" />
      </p>
      <Button kind={isShown ? 'secondary' : 'primary'} onClick={() => show(!isShown)}>
        <T k={isShown ? 'reservation.codes-hide' : 'reservation.codes-show'} />
      </Button>
      {isShown && <Codes reservation={reservation} />}
      <details class="how-to">
        <summary>
          <T k="reservation.how-to-open" />
        </summary>
        <KeypadSteps />
      </details>
    </section>
  )
}

function Codes({ reservation: { reservationId, venueId } }: { readonly reservation: Reservation }) {
  const { city } = useCity()
  const shown = useApi(
    signal => api.get('/api/reservations/{reservationId}/door-codes', { params: { reservationId }, signal }),
    [reservationId],
    { refresh: true },
  )
  if (shown.problem?.code === 'not-ready')
    return (
      <p role="status">
        <T k="reservation.code-none-yet" />
      </p>
    )
  return (
    <Shown of={shown}>
      {({ doors }) =>
        doors.length === 0 ? (
          <p>
            <T k="reservation.no-doors" />
          </p>
        ) : (
          <>
            <ul class="cards">
              {doors.map(door => (
                <DoorLine key={door.lockId} door={door} venueId={venueId} />
              ))}
            </ul>
            <p>
              <T k="reservation.code-trouble" p={{ phone: city?.office.phone ?? '' }} />
            </p>
          </>
        )
      }
    </Shown>
  )
}

function DoorLine({
  door: { lockId, doorName, code, from, to, state },
  venueId,
}: {
  readonly door: z.output<typeof DoorCode>
  readonly venueId: string
}) {
  const isOneDay = dateAt(from) === dateAt(to)
  return (
    <li class="card door">
      <h3>
        <DoorName of={{ venueId, lockId, doorName }} />
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
      <p class="card__next">
        <T k={`reservation.code-${state}`} />
      </p>
    </li>
  )
}
