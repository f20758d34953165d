import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { Link } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { T } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { entryPath, reservationPath, timesPath } from '../own/paths.ts'

type Props = { readonly reservation: Reservation & { readonly receiptId?: string | null | undefined } }

/** What can be done with a booking, by its state. */
export function ReservationLinks({ reservation }: Props) {
  const { status, reservationId, listingId, receiptId, entryId } = reservation
  const isLive = status === 'pending' || status === 'approved'
  return (
    <section aria-labelledby="to-do">
      <h2 id="to-do">
        <T k="reservation.to-do" />
      </h2>
      {isLive && (
        <div class="buttons">
          {status === 'approved' && (
            <Button kind="secondary" onClick={() => print()}>
              <T k="reservation.print-permit" />
            </Button>
          )}
          <CalendarLink reservationId={reservationId} />
          <MoveLink reservationId={reservationId} />
          <ButtonLink href={reservationPath(reservationId, '/cancel')} kind="secondary">
            <T k="mine.to-cancel" />
          </ButtonLink>
        </div>
      )}
      {!isLive && (
        <div class="buttons">
          <ButtonLink href={timesPath(listingId)}>
            <T k="reservation.book-again" />
          </ButtonLink>
        </div>
      )}
      <ul class="links">
        {receiptId != null && (
          <li>
            <Link href={`/receipts/${receiptId}`}>
              <T k="reservation.receipt" />
            </Link>
          </li>
        )}
        {entryId !== null && (
          <li>
            <Link href={entryPath(entryId)}>
              <T k="reservation.won-with" />
            </Link>
          </li>
        )}
        <li>
          <Link href={`/venues/${reservation.venueId}`}>
            <T k="reservation.venue-page" />
          </Link>
        </li>
      </ul>
    </section>
  )
}

/** V6: a phone's calendar opens the file without the session of this browser. */
function CalendarLink({ reservationId }: { readonly reservationId: string }) {
  const { value } = useApi(
    signal =>
      api.get('/api/reservations/{reservationId}/calendar-link', { params: { reservationId }, signal }),
    [reservationId],
  )
  if (!value) return null
  return (
    <ButtonLink href={new URL(value.url).pathname} kind="secondary">
      <T k="reservation.to-calendar" />
    </ButtonLink>
  )
}

/** M29, M30: where the city allows it. */
function MoveLink({ reservationId }: { readonly reservationId: string }) {
  const { city } = useCity()
  if (city?.policy.moveAllowed !== true) return null
  return (
    <ButtonLink href={reservationPath(reservationId, '/move')} kind="secondary">
      <T k="reservation.to-move" />
    </ButtonLink>
  )
}
