import { H2 } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ReservationCard } from '../mine/cards.tsx'
import { ConfirmWin } from '../own/confirm-win.tsx'
import { reservationPath } from '../own/paths.ts'
import { useReservation } from '../own/use-reservation.ts'

/** M20: the booking an entry was won as, with what G7 may ask of the winner. */
export function WonBooking({ reservationId }: { readonly reservationId: string }) {
  const shown = useReservation(reservationId)
  return (
    <section aria-labelledby="won">
      <H2 k="lottery.won-booking" id="won" />
      <Shown of={shown}>
        {reservation => (
          <>
            {reservation.status === 'pending' && reservation.confirmBy !== null && (
              <ConfirmWin
                reservationId={reservationId}
                confirmBy={reservation.confirmBy}
                onConfirmed={shown.reload}
              />
            )}
            <ul class="cards">
              <ReservationCard reservation={reservation} />
            </ul>
          </>
        )}
      </Shown>
      <ButtonLink href={reservationPath(reservationId)} k="own.see-booking" />
    </section>
  )
}
