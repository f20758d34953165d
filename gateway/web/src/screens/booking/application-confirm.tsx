import type { City } from '@asaichi/contract/catalog/city.ts'
import { useEffect } from 'preact/hooks'
import { useAutoRetry } from '../../forms/use-auto-retry.ts'
import { Money, When } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { OwnText } from '../../i18n/own-text.tsx'
import { P, T } from '../../i18n/text.tsx'
import { optionRows } from '../../records/booked-options.tsx'
import { purposeRows } from '../../records/purpose-rows.tsx'
import { useLater } from '../../shell/later.ts'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { totalYen } from '../availability/listing/total-yen.ts'
import { chosenOptions, optionsYen } from '../shared/room-options.ts'
import type { ApplicationProps } from './application-props.ts'
import { purposeOf } from './application-values.ts'
import type { ApplyProblem } from './press/press.ts'
import { fetchAhead, Refusal } from './refusal.tsx'
import { RetryNotice } from './retry-notice.tsx'
import { Terms } from './terms.tsx'
import type { ApplicationTools, Earlier } from './use-application.ts'
import { Waiting } from './waiting.tsx'

type Props = ApplicationProps & {
  readonly city: City
  readonly application: ApplicationTools
  readonly onBack: () => void
}

/** R13: everything once more before it is sent. Before the opening the button waits, and opens by itself (R14). */
export function ApplicationConfirm(props: Props) {
  const { city, day, phase, room, wanted, application, onBack } = props
  const { form, listing, problem, earlier } = application
  const retry = useAutoRetry(form)
  useEffect(fetchAhead, [])
  if (problem && !retry && !form.busy && isFinal(problem))
    return (
      <>
        <Refusal problem={problem} room={room} wanted={wanted} />
        <Button kind="secondary" onClick={onBack} k="press.correct" />
      </>
    )
  return (
    <form class="application-confirm" onSubmit={form.onSubmit} noValidate>
      {retry && <RetryNotice retry={retry} answer={form.answer} onRetry={form.onSubmit} />}
      {!retry && problem && !form.busy && <Refusal problem={problem} room={room} wanted={wanted} />}
      {earlier && !form.busy && <EarlierPress earlier={earlier} />}
      <P k="press.confirm-lead" />
      <Facts rows={factsOf(props)} />
      <Terms city={city} listing={listing} />
      {phase === 'waiting' && <Waiting day={day} text="press.waiting-confirm" />}
      <p class="buttons">
        <SubmitButton
          busy={form.busy}
          disabled={phase === 'waiting'}
          k={phase === 'lottery' ? 'press.send-lottery' : 'press.send'}
        />
        <Button kind="secondary" onClick={onBack} k="press.correct" />
      </p>
    </form>
  )
}

function EarlierPress({ earlier }: { readonly earlier: Earlier }) {
  const part = useLater(() => import('./press/earlier-press.tsx'), ['press'])
  return part ? <part.EarlierPress {...earlier} /> : <Loading />
}

const FINAL: readonly ApplyProblem['code'][] = [
  'taken',
  'quota-reached',
  'entry-quota-reached',
  'closed',
  'not-approved',
  'outside-hours',
  'overlaps-own-entry',
  'held-by-city',
]

/** Whether the same application cannot succeed by being sent again: then its button would only mislead. */
function isFinal({ code }: ApplyProblem): boolean {
  return FINAL.includes(code)
}

type Rows = readonly (readonly [Message, preact.ComponentChildren])[]

function factsOf({ city, room, phase, wanted, day, application: { form, listing } }: Props): Rows {
  const { values } = form
  const options = phase === 'lottery' ? [] : chosenOptions(room, values.options)
  const yen = totalYen(listing, wanted, day.feeRate) + optionsYen(options)
  const wishes = values.more.filter(wish => wish.from !== '')
  return [
    [
      say('booking.fact-place'),
      <>
        <OwnText of={room.venue} field="name" /> <OwnText of={listing} field="name" />
      </>,
    ],
    [say('booking.fact-when'), <When key="when" {...wanted} />],
    ...wishes.map((wish, index): Rows[number] => [
      say('booking.wish-number', { number: index + 2 }),
      <>
        <OwnText of={listingOf(room, wish.listingId)} field="name" /> <When {...wish} />
      </>,
    ]),
    ...optionRows(say('booking.options'), options),
    ...(yen > 0 ? [[say('booking.fact-price'), <Money key="yen" yen={yen} />] as const] : []),
    [say('booking.event-name'), values.eventName],
    [say('booking.people'), <T key="people" k="booking.people-count" p={{ count: values.people }} />],
    [
      say('booking.note'),
      <span key="note" class="typed-lines">
        {values.note}
      </span>,
    ],
    ...purposeRows(say('booking.purpose'), purposeOf(values, city)),
    [
      say('booking.paid'),
      <T key="paid" k={values.paid === 'yes' ? 'booking.paid-yes' : 'booking.paid-no'} />,
    ],
    [say('booking.adult'), <T key="adult" k="booking.adult-yes" />],
  ]
}

function listingOf({ venue, listing }: ApplicationProps['room'], listingId: string) {
  return venue.spaces.flatMap(space => space.listings).find(one => one.listingId === listingId) ?? listing
}
