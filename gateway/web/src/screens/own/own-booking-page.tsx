import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { ComponentChildren } from 'preact'
import { type Message, say } from '../../i18n/message.ts'
import { NeedsLogin } from '../../shell/needs-login.tsx'
import { Page } from '../../shell/page.tsx'
import { reservationPath } from './paths.ts'

type Props = {
  readonly reservationId: Reservation['reservationId']
  readonly title: Message
  readonly screen: string
  readonly step?: string
  readonly children: () => ComponentChildren
}

/** A page below that of one booking, for the person whose booking it is. */
export function OwnBookingPage({ reservationId, children, ...page }: Props) {
  return (
    <Page
      {...page}
      crumbs={[
        { href: '/my', label: say('common.nav-my') },
        { href: reservationPath(reservationId), label: say('own.reservation-title') },
      ]}
    >
      <NeedsLogin>{children}</NeedsLogin>
    </Page>
  )
}
