import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { H2 } from '../../i18n/text.tsx'
import { useCity } from '../../shell/city.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { availabilityPath } from '../availability/paths.ts'
import { entryPath, reservationPath } from '../own/paths.ts'
import { LaterFile } from '../shared/later-file.tsx'

type Props = { readonly reservation: Reservation & { readonly receiptId?: string | null | undefined } }

/** What can be done with a booking, by its state. */
export function ReservationLinks({ reservation }: Props) {
  const { status, reservationId, listingId, receiptId, entryId, movedTo } = reservation
  const isLive = status === 'pending' || status === 'approved'
  return (
    <section aria-labelledby="to-do">
      <H2 k="reservation.to-do" id="to-do" />
      {isLive && (
        <div class="buttons">
          {status === 'approved' && (
            <>
              <Button kind="secondary" onClick={() => print()} k="reservation.print-permit" />
              <LaterFile href={`/api/reservations/${reservationId}/permit.pdf`} k="reservation.permit-pdf" />
            </>
          )}
          <CalendarLink reservationId={reservationId} k="reservation.to-calendar" />
          <MoveLink reservationId={reservationId} />
          <ButtonLink
            href={reservationPath(reservationId, '/details')}
            kind="secondary"
            k="reservation.to-details"
          />
          <ButtonLink href={reservationPath(reservationId, '/cancel')} kind="secondary" k="own.to-cancel" />
        </div>
      )}
      {!isLive && (
        <div class="buttons">
          <ButtonLink href={availabilityPath(listingId)} k="reservation.book-again" />
          {status !== 'used' && (
            <CalendarLink reservationId={reservationId} k="reservation.out-of-calendar" />
          )}
        </div>
      )}
      <ul class="links">
        {movedTo != null && (
          <li>
            <TextLink href={reservationPath(movedTo)} k="reservation.moved-to" />
          </li>
        )}
        {receiptId != null && (
          <li>
            <TextLink href={`/receipts/${receiptId}`} k="reservation.receipt" />
          </li>
        )}
        {entryId !== null && (
          <li>
            <TextLink href={entryPath(entryId)} k="reservation.won-with" />
          </li>
        )}
        <li>
          <TextLink href={`/venues/${reservation.venueId}`} k="reservation.venue-page" />
        </li>
      </ul>
    </section>
  )
}

type CalendarLinkProps = {
  readonly reservationId: string
  readonly k: 'reservation.to-calendar' | 'reservation.out-of-calendar'
}

/** V6: a phone's calendar opens the file without the session of this browser; the same file takes an ended booking out again. */
function CalendarLink({ reservationId, k }: CalendarLinkProps) {
  const { value } = useApi(
    signal =>
      api.get('/api/reservations/{reservationId}/calendar-link', { params: { reservationId }, signal }),
    [reservationId],
  )
  if (!value) return null
  return <ButtonLink href={new URL(value.url).pathname} kind="secondary" k={k} />
}

/** M29, M30: where the city allows it. */
function MoveLink({ reservationId }: { readonly reservationId: string }) {
  const { city } = useCity()
  if (city?.policy.moveAllowed !== true) return null
  return (
    <ButtonLink href={reservationPath(reservationId, '/move')} kind="secondary" k="reservation.to-move" />
  )
}
