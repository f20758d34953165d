import type { CityPolicy } from '@asaichi/contract/catalog/city.ts'
import type { BookedOption } from '@asaichi/contract/reservation/options.ts'
import type { Application, Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useEffect, useRef } from 'preact/hooks'
import type { Bookable } from '../../api/bookable.ts'
import { api } from '../../api/client.ts'
import type { ProblemCode } from '../../api/routes.ts'
import { pressOnce } from '../../forms/press/press-once.ts'
import { useForm } from '../../forms/use-form.ts'
import { Money, When } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { OwnLines } from '../../i18n/own-text.tsx'
import { problemMessage } from '../../i18n/problem-message.ts'
import { Li, P, Say, Summary, T } from '../../i18n/text.tsx'
import type { TimeRange } from '../../lib/range.ts'
import { optionRows } from '../../records/booked-options.tsx'
import { PlaceName } from '../../records/place-name.tsx'
import { useCity } from '../../shell/city.tsx'
import { AwayNotice } from '../../ui/away-notice.tsx'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkbox } from '../../ui/form/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Facts } from '../../ui/steps/facts.tsx'
import { totalYen } from '../availability/listing/total-yen.ts'
import { useListingDay } from '../availability/listing/use-phase.ts'
import { chosenOptions, optionsYen } from '../shared/room-options.ts'
import type { Moved } from './move-done.tsx'

const MOVE = '/api/reservations/{reservationId}/move'

type Props = {
  readonly reservation: Reservation
  readonly room: Bookable
  readonly time: { readonly date: string } & TimeRange
  readonly onBack: () => void
  readonly onMoved: (moved: Moved) => void
}

/** Old and new side by side, what the move costs in approval, and the one press. */
export function MoveForm(props: Props) {
  const { onBack } = props
  const heading = useFocusOnce()
  const { form, city } = useMoveForm(props)
  return (
    <>
      <h2 tabIndex={-1} ref={heading}>
        <T k="press.move-check" />
      </h2>
      {form.answer?.status === 'refused' && <NothingChanged problem={form.answer.problem} />}
      {form.answer?.status === 'away' && !form.busy && (
        <AwayNotice away={form.answer} onRetry={() => form.onSubmit()} />
      )}
      <WhatChanges {...props} />
      <form onSubmit={form.onSubmit} noValidate>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Checkbox label={say('press.move-adult')} {...form.field('adult')} />
        {city && (
          <details class="how-to">
            <Summary k="press.move-terms-read" />
            <OwnLines of={city} field="termsText" />
          </details>
        )}
        <Checkbox label={say('press.move-terms')} {...form.field('agreed')} />
        <div class="buttons">
          <SubmitButton busy={form.busy} k="press.move-do" />
          <Button kind="secondary" size="large" onClick={onBack} k="press.move-back" />
        </div>
      </form>
    </>
  )
}

function WhatChanges(props: Props) {
  const {
    reservation,
    time,
    room: { listing, space },
  } = props
  const { city } = useCity()
  const day = useListingDay(listing.listingId, time.date)
  return (
    <>
      <Facts
        rows={[
          [say('press.move-old'), <When key="old" {...reservation} />],
          [
            say('press.move-new'),
            <strong key="new">
              <When {...time} />
            </strong>,
          ],
          [
            say('own.place'),
            <PlaceName
              key="place"
              of={{ ...reservation, listingId: listing.listingId, spaceName: space.name }}
            />,
          ],
          [
            say('own.event'),
            <span key="event" lang="ja">
              {reservation.eventName}
            </span>,
          ],
          ...(day.value ? priceRows(props, day.value.feeRate) : []),
        ]}
      />
      {city && <WhatOfTheApproval {...props} policy={city.policy} />}
    </>
  )
}

/** M30: never given up without a word: the service keeps an approval under the same conditions, and its answer is what counts. */
function WhatOfTheApproval({
  policy,
  reservation,
  room: { listing },
  time,
}: Props & { readonly policy: CityPolicy }) {
  const isApproved = reservation.status === 'approved'
  const isShorter =
    listing.listingId === reservation.listingId &&
    time.date === reservation.date &&
    reservation.from <= time.from &&
    time.to <= reservation.to
  const isKept = isShorter || policy.moveApproval === 'kept' || policy.approval === 'automatic'
  return (
    <>
      <ul>
        <Li k="press.move-first-books" />
        {!isApproved && policy.approval === 'staff' && <Li k="press.move-approval" />}
        {isApproved && isKept && <Li k="press.move-keeps" />}
      </ul>
      {isApproved && !isKept && (
        <Notice tone="warning" title={say('press.move-loses-title')}>
          <P k="press.move-loses" />
        </Notice>
      )}
    </>
  )
}

function useMoveForm({ reservation, room, time, onMoved }: Props) {
  const { city } = useCity()
  const { reservationId } = reservation
  const draft = `move:${reservationId}`
  const form = useForm({
    initial: { adult: false, agreed: false },
    draft,
    validate: ({ adult, agreed }) => [
      ...(adult ? [] : [{ field: 'adult' as const, message: say('press.move-adult-missing') }]),
      ...(agreed ? [] : [{ field: 'agreed' as const, message: say('press.move-terms-missing') }]),
    ],
    submit: async ({ adult }, key) => {
      const body: Application = {
        listingId: room.listing.listingId,
        ...time,
        eventName: reservation.eventName,
        people: reservation.people,
        note: reservation.note,
        paidEvent: room.listing.use === 'paid-event',
        acceptedTermsVersion: city?.policy.termsVersion ?? '',
        guardianPresent: adult,
        ...(reservation.options && { options: optionsAlong({ reservation, room }).map(orderOf) }),
      }
      const press = { path: MOVE, body } as const
      const send = (one: typeof press) => api.post(MOVE, { params: { reservationId }, key, body: one.body })
      const { answer, press: told } = await pressOnce({ draft, press, send })
      if (answer.status === 'ok') onMoved({ ...answer.value, isEarlier: told !== press })
      return answer
    },
  })
  return { form, city }
}

/** G10: what was ordered goes along where the room has it too. */
function optionsAlong({ reservation: { options = [] }, room }: Pick<Props, 'reservation' | 'room'>) {
  return chosenOptions(room, Object.fromEntries(options.map(({ optionId, count }) => [optionId, count])))
}

function orderOf({ optionId, count }: BookedOption) {
  return { optionId, count }
}

/** G10: at what the new time costs now; a reduction goes along. */
function priceRows(props: Props, feeRate: number | undefined) {
  const options = optionsAlong(props)
  const full = totalYen(props.room.listing, props.time, feeRate) + optionsYen(options)
  const reduction = props.reservation.fee?.find(line => line.kind === 'reduction')
  const yen = full - Math.floor((full * (reduction?.percent ?? 0)) / 100)
  const isLess = options.length < (props.reservation.options ?? []).length
  return [
    ...optionRows(say('own.options'), options),
    ...(isLess
      ? [[say('press.move-options-less'), <T key="less" k="press.move-options-less-text" />] as const]
      : []),
    ...(yen > 0 ? [[say('own.price'), <Money key="yen" yen={yen} />] as const] : []),
  ]
}

function NothingChanged({
  problem,
}: {
  readonly problem: { readonly code: ProblemCode; readonly detail: string }
}) {
  return (
    <Notice tone="error" title={say('press.move-refused')} live>
      <p>
        <Say message={problemMessage(problem)} />
      </p>
      <P k="press.move-unchanged" />
    </Notice>
  )
}

function useFocusOnce() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [])
  return heading
}
