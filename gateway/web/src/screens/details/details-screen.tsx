import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Purpose } from '@asaichi/contract/catalog/purposes.ts'
import type { Reservation } from '@asaichi/contract/reservation/reservation.ts'
import { useLocation } from 'wouter-preact'
import { api } from '../../api/client.ts'
import { useApi } from '../../api/use-api.ts'
import { type FieldError, useForm } from '../../forms/use-form.ts'
import { When } from '../../i18n/format.tsx'
import { type Message, say } from '../../i18n/message.ts'
import { P } from '../../i18n/text.tsx'
import { wholeNumber } from '../../lib/normalise-number.ts'
import { PlaceName } from '../../records/place-name.tsx'
import type { ScreenProps } from '../../shell/area.tsx'
import { useCity } from '../../shell/city.tsx'
import { FormProblems } from '../../shell/form-problems.tsx'
import { Shown } from '../../shell/shown.tsx'
import { ButtonLink, SubmitButton } from '../../ui/button.tsx'
import { NumberField, TextArea, TextField } from '../../ui/form/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OwnBookingPage } from '../own/own-booking-page.tsx'
import { reservationPath } from '../own/paths.ts'
import { PurposeField } from '../shared/purpose-field.tsx'

/** R16, M24: event, people and note of one's own booking, until the use begins. */
export function DetailsScreen({ params: { reservationId = '' } }: ScreenProps) {
  return (
    <OwnBookingPage reservationId={reservationId} title={say('move.details-title')} screen="R16">
      {() => <Loaded reservationId={reservationId} />}
    </OwnBookingPage>
  )
}

// Asked once, and again where it turned out to be old: what was typed stays, and is sent with the version it has now.
function Loaded({ reservationId }: { readonly reservationId: string }) {
  const shown = useApi(
    signal => api.get('/api/reservations/{reservationId}', { params: { reservationId }, signal }),
    [reservationId],
  )
  return (
    <Shown of={shown}>
      {reservation =>
        reservation.status === 'pending' || reservation.status === 'approved' ? (
          <Fields reservation={reservation} onStale={shown.reload} />
        ) : (
          <Notice tone="info" title={say('move.details-over')}>
            <ButtonLink href={reservationPath(reservationId)} kind="secondary" k="own.see-booking" />
          </Notice>
        )
      }
    </Shown>
  )
}

type Props = { readonly reservation: Reservation; readonly onStale: () => void }

function Fields({ reservation, onStale }: Props) {
  const [, navigate] = useLocation()
  const { reservationId, version, eventName, people, note, purpose } = reservation
  const { city } = useCity()
  const purposes = purposesFor(reservation, city)
  const form = useForm({
    initial: { eventName, people: String(people), note, purpose: purpose?.purposeId ?? '' },
    validate: values => wrongFields(values, purposes.length > 0),
    submit: async ({ purpose: purposeId, ...values }) => {
      const answer = await api.post('/api/reservations/{reservationId}/details', {
        params: { reservationId },
        body: {
          ...values,
          people: wholeNumber(values.people) ?? 0,
          ...(purposeId !== '' && { purposeId }),
          expectedVersion: version,
        },
      })
      if (answer.status === 'ok') navigate(reservationPath(reservationId))
      if (answer.status === 'refused' && answer.problem.code === 'state-changed') onStale()
      return answer
    },
  })
  return (
    <>
      <P k="move.details-lead" class="lead" />
      <p>
        <When {...reservation} /> <PlaceName of={reservation} />
      </p>
      <form onSubmit={form.onSubmit} noValidate>
        <FormProblems form={form} />
        <TextField label={say('own.event')} maxLength={80} {...form.field('eventName')} />
        <NumberField label={say('own.people')} size={6} {...form.field('people')} />
        <TextArea label={say('own.note')} maxLength={1000} {...form.field('note')} />
        {purposes.length > 0 && (
          <PurposeField label={say('own.purpose')} purposes={purposes} {...form.field('purpose')} />
        )}
        <div class="buttons">
          <SubmitButton busy={form.busy} k="move.details-save" />
          <ButtonLink
            href={reservationPath(reservationId)}
            kind="secondary"
            size="large"
            k="own.cancel-not"
          />
        </div>
      </form>
    </>
  )
}

/** The city's list, with what was chosen where that is not on it any more. */
function purposesFor({ purpose }: Reservation, city: City | undefined): readonly Purpose[] {
  const purposes = city?.policy.purposes ?? []
  const isThere = purposes.some(({ purposeId }) => purposeId === purpose?.purposeId)
  return purpose && !isThere ? [purpose, ...purposes] : purposes
}

type Values = {
  readonly eventName: string
  readonly people: string
  readonly note: string
  readonly purpose: string
}

function wrongFields(values: Values, asksPurpose: boolean): readonly FieldError<keyof Values>[] {
  const found: readonly (readonly [keyof Values, boolean, Message])[] = [
    ['eventName', values.eventName.trim() !== '', say('move.details-error-event')],
    ['people', (wholeNumber(values.people) ?? 0) >= 1, say('move.details-error-people')],
    ['note', values.note.trim() !== '', say('move.details-error-note')],
    ['purpose', !asksPurpose || values.purpose !== '', say('move.details-error-purpose')],
  ]
  return found.flatMap(([field, isRight, message]) => (isRight ? [] : [{ field, message }]))
}
