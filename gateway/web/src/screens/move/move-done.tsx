import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateCard } from '../../ui/state/state-card.tsx'
import { stateOf } from '../../ui/state/states.ts'
import { StatusBadge } from '../../ui/state/status-badge.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { reservationPath } from '../own/paths.ts'
import { StateNotes } from '../own/state-notes.tsx'

export type Moved = { readonly reservation: Reservation; readonly cancelled: Reservation }

/** The new booking and what became of the old one. */
export function MoveDone({ moved: { reservation, cancelled } }: { readonly moved: Moved }) {
  return (
    <>
      <Notice tone="success" title={say('move.moved-title')} live />
      <StateCard state={stateOf('reservation', reservation.status)}>
        <StateNotes reservation={reservation} />
      </StateCard>
      <Facts
        rows={[
          [
            say('move.move-new'),
            <strong key="new">
              <When {...reservation} />
            </strong>,
          ],
          [
            say('move.move-before'),
            <span key="old">
              <When {...cancelled} /> <StatusBadge state={stateOf('reservation', cancelled.status)} />
            </span>,
          ],
        ]}
      />
      <div class="buttons">
        <ButtonLink href={reservationPath(reservation.reservationId)} k="own.see-booking" />
        <ButtonLink href="/my" kind="secondary" k="common.nav-my" />
      </div>
    </>
  )
}
