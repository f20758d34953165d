import { useEffect } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { useMe, useSession } from '../../api/session.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { wantTexts } from '../../i18n/texts.ts'
import { useCity } from '../../shell/city.tsx'
import { useLater } from '../../shell/later.ts'
import { Page } from '../../shell/page.tsx'
import { Loading } from '../../ui/loading.tsx'
import { StepNav } from '../../ui/steps/step-nav.tsx'
import type { BookingPhase } from '../availability/listing/phase.ts'
import { PhaseLine } from '../availability/listing/phase-lines.tsx'
import { RoomName } from '../availability/listing/room-name.tsx'
import { availabilityPath, type Wanted } from '../availability/paths.ts'
import type { ApplicationConfirm } from './application-confirm.tsx'
import { ApplicationForm } from './application-form.tsx'
import type { ApplicationProps } from './application-props.ts'
import { Already, Login, ObstacleBox, OwnAhead } from './obstacle.tsx'
import { obstacleOf } from './obstacles.ts'
import { useSentBefore } from './sent-before.ts'
import { useApplication } from './use-application.ts'
import { usePermission } from './use-permission.ts'
import { WantedTime } from './wanted-time.tsx'

const STEPS = [
  say('booking.step-time'),
  say('booking.step-content'),
  say('booking.step-confirm'),
  say('booking.step-done'),
]

/** The form and its confirm page; both hold one application, so that going back and forth keeps everything. */
export function Application(props: ApplicationProps) {
  const { room, phase, wanted, day } = props
  const { cities } = useCity()
  const language = useLanguage()
  const me = useMe()
  const city = cities?.find(one => one.cityId === room.venue.cityId)
  const [wantsConfirm, goTo] = useStep()
  const [done, again] = useSentBefore(wanted)
  const application = useApplication({ ...props, city, onWrong: () => goTo('form') })
  // A way back to the confirm page of a form that was sent, and is empty since, leads to the form.
  const isConfirming = wantsConfirm && application.isFilled
  const title = titleOf(phase, isConfirming)
  useEffect(() => {
    if (application.isFilled)
      void Promise.all([loadConfirm(), wantTexts(CONFIRM_TEXTS)]).catch(() => undefined)
  }, [application.isFilled])
  return (
    <Page
      key={isConfirming ? 'confirm' : 'form'}
      title={say(title)}
      screen={phase === 'lottery' ? 'R12' : phase === 'waiting' ? 'R14' : 'R13'}
      step={isConfirming ? '3/4' : '2/4'}
      crumbs={[
        { href: `/venues/${room.venue.venueId}`, label: ownWords(room.venue, 'name', language).text },
        {
          href: availabilityPath(wanted.listingId, chosenOf(wanted)),
          label: say('availability.availability-title'),
        },
      ]}
    >
      <StepNav steps={STEPS} now={isConfirming ? 3 : 2} />
      <RoomName room={{ ...room, listing: application.listing }} />
      <WantedTime {...props} listing={application.listing} />
      {(phase === 'first-come' || phase === 'waiting') && <PhaseLine day={day} phase={phase} />}
      <Gate {...props}>
        {done !== '' ? (
          <Already done={done} onAgain={again} />
        ) : isConfirming && city ? (
          <Confirm {...props} city={city} application={application} onBack={() => goTo('form')} />
        ) : (
          <>
            {me && phase !== 'lottery' && <OwnAhead room={room} wanted={wanted} />}
            <ApplicationForm
              {...props}
              city={city}
              application={application}
              onChecked={() => goTo('confirm')}
            />
          </>
        )}
      </Gate>
    </Page>
  )
}

// The next step comes while the last answers are given, so that nobody waits for it, and a first visit is small.
const CONFIRM_TEXTS = ['press'] as const

function loadConfirm() {
  return import('./application-confirm.tsx')
}

function Confirm(props: Parameters<typeof ApplicationConfirm>[0]) {
  const part = useLater(loadConfirm, CONFIRM_TEXTS)
  return part ? <part.ApplicationConfirm {...props} /> : <Loading />
}

type GateProps = ApplicationProps & { readonly children: preact.ComponentChildren }

/** M31: the form, or the one card that says why not. A session lost while typing keeps the form in sight. */
function Gate({ room, day, phase, wanted, children }: GateProps) {
  const { session } = useSession()
  const permission = usePermission(room.venue.cityId)
  if (session.status === 'anonymous' && !session.lost) return <Login />
  const obstacle = obstacleOf({ phase, day, permission })
  // Who is not logged in reads that first, so the card waits until it is known.
  if (obstacle && session.status === 'unknown') return <Loading />
  return obstacle ? <ObstacleBox obstacle={obstacle} wanted={wanted} /> : <>{children}</>
}

function titleOf(phase: BookingPhase, isConfirming: boolean) {
  if (isConfirming) return 'booking.confirm-title'
  return phase === 'lottery' ? 'booking.lottery-title' : 'booking.apply-title'
}

function chosenOf({ date, from, to }: Wanted) {
  return { date, from, to }
}

/** The confirm page has an address of its own, so that the browser's way back leads to the form. */
function useStep(): readonly [isConfirming: boolean, goTo: (step: 'form' | 'confirm') => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const query = new URLSearchParams(search)
  const isConfirming = query.get('step') === 'confirm'
  const goTo = (step: 'form' | 'confirm') => {
    query.delete('step')
    if (step === 'confirm') query.set('step', step)
    navigate(`${path}?${query}`)
  }
  return [isConfirming, goTo]
}
