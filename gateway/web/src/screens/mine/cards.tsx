import type { Entry } from '@asaichi/contract/lottery/entries.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import type { ComponentChildren } from 'preact'
import { Link } from 'wouter-preact'
import { Moment, Money, Until, When } from '../../i18n/format.tsx'
import { P, Span, T } from '../../i18n/text.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { type StateWords, stateOf } from '../../ui/state/states.ts'
import { StatusBadge } from '../../ui/state/status-badge.tsx'
import { entryPath, reservationPath } from '../own/paths.ts'

/** M28: one booking in a list: state, when, where, what happens next and who acts. */
export function ReservationCard({ reservation }: { readonly reservation: Reservation }) {
  const { reservationId, status, eventName, number, yen } = reservation
  const mustConfirm = status === 'pending' && reservation.confirmBy !== null
  return (
    <Card
      state={stateOf('reservation', status)}
      href={reservationPath(reservationId)}
      when={<When {...reservation} />}
    >
      <p>
        <PlaceName of={reservation} />
      </p>
      <p lang="ja">{eventName}</p>
      {number !== null && <P k="own.number-is" p={{ number: <strong class="number">{number}</strong> }} />}
      {yen > 0 && <P k="own.price-is" p={{ yen: <Money yen={yen} /> }} />}
      {mustConfirm && reservation.confirmBy !== null && (
        <P k="own.confirm-by" p={{ at: <Until at={reservation.confirmBy} /> }} class="card__deadline" />
      )}
      {status === 'pending' && !mustConfirm && (
        <P k="own.answer-by" p={{ at: <Until at={reservation.answerBy} /> }} class="card__deadline" />
      )}
      {reservation.reason !== null && (
        <P k="own.reason-is" p={{ reason: <span lang="ja">{reservation.reason}</span> }} />
      )}
    </Card>
  )
}

/** M19, M20: an entry; with several wishes the first is its name, or the one that won. */
export function EntryCard({ entry }: { readonly entry: Entry }) {
  const { entryId, status, wishes, wonWish, eventName, drawAt } = entry
  const wish = wishes[wonWish ?? 0]
  if (!wish) return null
  return (
    <Card state={stateOf('entry', status)} href={entryPath(entryId)} when={<When {...wish} />}>
      <p>
        <PlaceName of={wish} />
      </p>
      {wishes.length > 1 && wonWish === null && <P k="own.more-wishes" p={{ count: wishes.length }} />}
      <p lang="ja">{eventName}</p>
      {status === 'entered' && (
        <P k="own.draw-at" p={{ at: <Moment at={drawAt} /> }} class="card__deadline" />
      )}
    </Card>
  )
}

type CardProps = {
  readonly state: StateWords
  readonly href: string
  readonly when: ComponentChildren
  readonly children: ComponentChildren
}

function Card({ state, href, when, children }: CardProps) {
  return (
    <li class={`card card--${state.tone}`}>
      <p>
        <StatusBadge state={state} />
      </p>
      <h3 class="card__when">
        <Link href={href}>
          <span>{when}</span>
        </Link>
      </h3>
      {children}
      <p class="card__next">
        <T k={state.next} />
        {state.tone !== 'over' && <Span k="own.acts" p={{ who: <T k={state.who} /> }} class="card__who" />}
      </p>
    </li>
  )
}
