import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { StatusBadge } from '../../ui/state/status-badge.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { reservationPath } from '../own/paths.ts'
import { StateNotes } from '../own/state-notes.tsx'
import { useReservation } from '../own/use-reservation.ts'

export type Moved = {
  readonly reservation: Reservation
  readonly cancelled: Reservation
  /** B14: an earlier press, whose answer was lost, had been received; the time chosen last was not sent. */
  readonly isEarlier: boolean
}

/** The new booking and what became of the old one. */
export function MoveDone({ moved: { reservation, cancelled, isEarlier } }: { readonly moved: Moved }) {
  const { reservationId } = reservation
  return (
    <>
      {isEarlier ? (
        <Notice tone="warning" title={say('press.moved-earlier-title')} live>
          <P k="press.moved-earlier-text" />
          <ButtonLink href={reservationPath(reservationId, '/move')} kind="secondary" k="press.moved-again" />
        </Notice>
      ) : (
        <Notice tone="success" title={say('press.moved-title')} live />
      )}
      <StateCard state={stateOf('reservation', reservation.status)}>
        <StateNotes reservation={reservation} />
      </StateCard>
      <Facts
        rows={[
          [
            say('press.move-new'),
            <strong key="new">
              <When {...reservation} />
            </strong>,
          ],
          [
            say('press.moved-before'),
            <span key="old">
              <When {...cancelled} /> <StatusBadge state={stateOf('reservation', cancelled.status)} />
            </span>,
          ],
        ]}
      />
      <div class="buttons">
        <ButtonLink href={reservationPath(reservationId)} k="own.see-booking" />
        <ButtonLink href="/my" kind="secondary" k="common.nav-my" />
      </div>
    </>
  )
}

/** A booking that has been moved already: what it became, whether or not the answer of the press arrived. */
export function MovedBefore({
  cancelled,
  movedTo,
}: {
  readonly cancelled: Reservation
  readonly movedTo: string
}) {
  const shown = useReservation(movedTo)
  return (
    <Shown of={shown}>
      {reservation => <MoveDone moved={{ reservation, cancelled, isEarlier: false }} />}
    </Shown>
  )
}
