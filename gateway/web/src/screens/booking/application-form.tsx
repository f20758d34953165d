import type { City } from '@asaichi/contract/catalog/city.ts'
import { Money } from '../../i18n/format.tsx'
import { say } from '../../i18n/message.ts'
import { OwnLines, OwnText } from '../../i18n/own-text.tsx'
import { P } from '../../i18n/text.tsx'
import { useLater } from '../../shell/later.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkbox, RadioGroup } from '../../ui/form/choice.tsx'
import { NumberField, TextArea, TextField } from '../../ui/form/text-field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { OptionFields } from '../shared/option-fields.tsx'
import type { PurposeField } from '../shared/purpose-field.tsx'
import { optionsOf } from '../shared/room-options.ts'
import type { ApplicationProps } from './application-props.ts'
import { MOST_LETTERS } from './application-values.ts'
import type { LotteryNotes } from './lottery-notes.tsx'
import { Terms } from './terms.tsx'
import type { ApplicationTools } from './use-application.ts'
import { Waiting } from './waiting.tsx'
import type { WishFields } from './wish-fields.tsx'

type Props = ApplicationProps & {
  readonly city: City | undefined
  readonly application: ApplicationTools
  readonly onChecked: () => void
}

const YES_NO_PAID = [
  { value: 'no', label: say('booking.paid-no') },
  { value: 'yes', label: say('booking.paid-yes') },
]
const YES_NO_ADULT = [
  { value: 'yes', label: say('booking.adult-yes') },
  { value: 'no', label: say('booking.adult-no') },
]

/** R12, R13: what is asked (M24). It can be filled before the opening (R14). */
export function ApplicationForm(props: Props) {
  const { city, room, phase, application, onChecked } = props
  const { form } = application
  return (
    <>
      {phase === 'waiting' && <Waiting day={props.day} text="booking.waiting-form" />}
      {phase === 'lottery' && <Notes {...props} />}
      <form
        class="application-form"
        onSubmit={event => {
          if (form.check(event)) onChecked()
        }}
        noValidate
      >
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <TextField
          label={say('booking.event-name')}
          hint={say('booking.event-name-hint')}
          maxLength={MOST_LETTERS.eventName}
          {...form.field('eventName')}
        />
        <NumberField
          label={say('booking.people')}
          hint={say('booking.people-hint', { capacity: room.space.capacity })}
          size={6}
          {...form.field('people')}
        />
        <TextArea
          label={say('booking.note')}
          hint={say('booking.note-hint')}
          maxLength={MOST_LETTERS.note}
          {...form.field('note')}
        />
        {city?.policy.purposes && <Purposes purposes={city.policy.purposes} {...form.field('purpose')} />}
        <RadioGroup
          label={say('booking.paid')}
          hint={say('booking.paid-hint')}
          options={YES_NO_PAID}
          {...form.field('paid')}
        />
        <OtherListing {...props} />
        <RadioGroup
          label={say('booking.adult')}
          hint={say('booking.adult-hint')}
          options={YES_NO_ADULT}
          {...form.field('adult')}
        />
        <Extras {...props} />
        {city && <Terms city={city} listing={application.listing} />}
        <Checkbox label={say('booking.agree')} {...form.field('agreed')} />
        <SubmitButton k="booking.to-confirm" />
      </form>
    </>
  )
}

/** G10, M19: what is booked with the room; before the draw, other times that would do. */
function Extras(props: Props) {
  const { city, room, phase, application } = props
  const { form } = application
  const offered = optionsOf(room)
  if (phase !== 'lottery')
    return offered.length > 0 ? <Options offered={offered} {...form.field('options')} /> : null
  return city && city.policy.draw.maxWishes > 1 ? (
    <Wishes {...props} city={city} field={form.field('more')} />
  ) : null
}

/** M14: the answer about money leads to the other kind of use, with its price. */
function OtherListing({ room, application: { listing } }: Props) {
  if (listing.listingId === room.listing.listingId) return null
  return (
    <Notice tone="info" title={say('booking.other-listing-title')} live>
      <p>
        <OwnText of={listing} field="name" />
      </p>
      {listing.yenPerStep > 0 ? (
        <P k="booking.other-listing-paid" p={{ yen: <Money yen={listing.yenPerStep} /> }} />
      ) : (
        <P k="booking.other-listing-free" />
      )}
      {listing.termsText !== null && (
        <OwnLines of={{ ...listing, termsText: listing.termsText }} field="termsText" />
      )}
    </Notice>
  )
}

// Few come for the lottery: its parts are no burden to the others on their way to 07:00.
function Notes(props: Parameters<typeof LotteryNotes>[0]) {
  const part = useLater(() => import('./lottery-notes.tsx'), ['press'])
  return part ? <part.LotteryNotes {...props} /> : <Loading />
}

// Few cities ask it.
function Purposes(props: Omit<Parameters<typeof PurposeField>[0], 'label'>) {
  const part = useLater(() => import('../shared/purpose-field.tsx'), [])
  return part ? <part.PurposeField {...props} label={say('booking.purpose')} /> : <Loading />
}

// Most rooms are let with nothing more.
function Options(props: Parameters<typeof OptionFields>[0]) {
  const part = useLater(() => import('../shared/option-fields.tsx'), ['press'])
  return part ? <part.OptionFields {...props} /> : <Loading />
}

function Wishes(props: Parameters<typeof WishFields>[0]) {
  const part = useLater(() => import('./wish-fields.tsx'), ['press'])
  return part ? <part.WishFields {...props} /> : <Loading />
}
