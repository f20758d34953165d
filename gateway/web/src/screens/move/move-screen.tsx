import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useState } from 'preact/hooks'
import { type Bookable, bookableOf, useListing } from '../../api/bookable.ts'
import { say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { useCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StepNav } from '../../ui/steps/step-nav.tsx'
import type { Choice } from '../availability/choice.ts'
import { useChoice } from '../availability/use-choice.ts'
import { OwnBookingPage } from '../own/own-booking-page.tsx'
import { reservationPath } from '../own/paths.ts'
import { useReservation } from '../own/use-reservation.ts'
import type { Moved } from './move-done.tsx'
import type { MoveForm } from './move-form.tsx'
import { MoveTimes } from './move-times.tsx'

type Step = 1 | 2 | 3
const STEPS = [say('move.move-step-1'), say('move.move-step-2'), say('move.move-step-3')]

/** R17, M29, M30: another time or room for a booking, from the time it has. */
export function MoveScreen({ params: { reservationId = '' } }: ScreenProps) {
  const [step, setStep] = useState<Step>(1)
  return (
    <OwnBookingPage
      reservationId={reservationId}
      title={say('move.move-title')}
      screen="R17"
      step={`${step}/3`}
    >
      {() => (
        <>
          <StepNav steps={STEPS} now={step} />
          <Loaded reservationId={reservationId} step={step} onStep={setStep} />
        </>
      )}
    </OwnBookingPage>
  )
}

type StepProps = { readonly step: Step; readonly onStep: (step: Step) => void }

function Loaded({ reservationId, ...steps }: StepProps & { readonly reservationId: string }) {
  const shown = useReservation(reservationId)
  const [moved, setMoved] = useState<Moved>()
  const { city } = useCity()
  if (moved) return <Done moved={moved} />
  return (
    <Shown of={shown}>
      {reservation => {
        const isLive = reservation.status === 'pending' || reservation.status === 'approved'
        if (city && city.policy.moveAllowed !== true) return <NotOffered reservation={reservation} />
        if (reservation.movedTo != null)
          return <MovedBefore cancelled={reservation} movedTo={reservation.movedTo} />
        if (!isLive) return <NothingToMove />
        return (
          <Flow
            {...steps}
            reservation={reservation}
            onMoved={done => {
              setMoved(done)
              steps.onStep(3)
            }}
          />
        )
      }}
    </Shown>
  )
}

// The words of every state come with the one that it became.
function Done({ moved }: { readonly moved: Moved }) {
  const part = useDone()
  return part ? <part.MoveDone moved={moved} /> : <Loading />
}

function MovedBefore(props: { readonly cancelled: Reservation; readonly movedTo: string }) {
  const part = useDone()
  return part ? <part.MovedBefore {...props} /> : <Loading />
}

function useDone() {
  return useLater(() => import('./move-done.tsx'), ['states', 'press'])
}

type FlowProps = StepProps & { readonly reservation: Reservation; readonly onMoved: (moved: Moved) => void }

function Flow({ reservation, step, onStep, onMoved }: FlowProps) {
  const listing = useListing(reservation.listingId)
  const [listingId, setListing] = useState(reservation.listingId)
  const [chosen, choose] = useChoice()
  // Nothing of the booked day can be had any more: the calendar opens where something can (M21).
  const [isShut, setShut] = useState(false)
  const choice = isShut ? chosen : fromWhatIs(reservation, chosen)
  return (
    <Shown of={listing}>
      {({ venue }) => {
        const room = roomIn(venue, listingId)
        if (!room) return null
        const { date, range } = choice
        if (step === 1 || date === undefined || range === undefined)
          return (
            <MoveTimes
              reservation={reservation}
              room={room}
              onRoom={setListing}
              choice={choice}
              choose={choose}
              onShut={() => setShut(true)}
              onNext={() => onStep(2)}
            />
          )
        return (
          <Form
            reservation={reservation}
            room={room}
            time={{ date, ...range }}
            onBack={() => onStep(1)}
            onMoved={onMoved}
          />
        )
      }}
    </Shown>
  )
}

/** Until something is chosen, what is booked is: a booking is mostly shifted or lengthened. */
function fromWhatIs({ date, from, to }: Reservation, chosen: Choice): Choice {
  return {
    ...chosen,
    date: chosen.date ?? date,
    range: chosen.date === undefined ? { from, to } : chosen.range,
  }
}

function roomIn(venue: Venue, listingId: string): Bookable | undefined {
  const space = venue.spaces.find(one => one.listings.some(listing => listing.listingId === listingId))
  return space && bookableOf({ venue, listingId, spaceId: space.spaceId })
}

function NotOffered({ reservation: { reservationId } }: { readonly reservation: Reservation }) {
  return (
    <Notice tone="info" title={say('move.move-not-offered')}>
      <P k="move.move-not-offered-text" />
      <ButtonLink href={reservationPath(reservationId, '/cancel')} kind="secondary" k="own.to-cancel" />
    </Notice>
  )
}

function NothingToMove() {
  return (
    <Notice tone="info" title={say('move.move-over')}>
      <ButtonLink href="/my" kind="secondary" k="common.nav-my" />
    </Notice>
  )
}

// The second step comes when there is something to look at once more.
function Form(props: Parameters<typeof MoveForm>[0]) {
  const part = useLater(() => import('./move-form.tsx'), ['press'])
  return part ? <part.MoveForm {...props} /> : <Loading />
}
