import type { City, Listing, Venue } from '@asaichi/contract/catalog.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { api } from '../../api/client.ts'
import { readDraft } from '../../forms/drafts.ts'
import { useForm } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/message.ts'
import { T } from '../../i18n/text.tsx'
import { wholeNumber } from '../../lib/normalise.ts'
import { useCity } from '../../shell/city.tsx'
import { Shown } from '../../shell/shown.tsx'
import { Loading } from '../../ui/loading.tsx'
import { StepNav } from '../../ui/step-nav.tsx'
import { BookConfirm } from './book-confirm.tsx'
import { BookContents } from './book-contents.tsx'
import { BookPerson } from './book-person.tsx'
import { BookSlip } from './book-slip.tsx'
import { BookTime } from './book-time.tsx'
import { type BookValues, firstOpenStep, NO_BOOKING, problemsOf } from './book-values.ts'
import { StaffPage } from './staff-page.tsx'
import { useVenues } from './use-venues.ts'

const DRAFT = 'staff-book'
const STEPS = [
  'desk.book-step-person',
  'desk.book-step-time',
  'desk.book-step-contents',
  'desk.book-step-confirm',
] as const satisfies readonly Key[]
export type BookStep = 1 | 2 | 3 | 4 | 5

/** T5, G13: books for somebody on the telephone or at the counter. */
export function BookScreen() {
  const [step, setStep] = useState<BookStep>(() => firstOpenStep(readDraft(DRAFT, NO_BOOKING)))
  return (
    <StaffPage
      title={say('desk.book-title')}
      screen="T5"
      {...(step < 5 && { step: `${step}/${STEPS.length}` })}
    >
      {me => <BookLoader cityId={me.cityId} step={step} onStep={setStep} />}
    </StaffPage>
  )
}

type StepProps = { readonly step: BookStep; readonly onStep: (step: BookStep) => void }

function BookLoader({ cityId, ...step }: StepProps & { readonly cityId: string }) {
  const { city } = useCity()
  const venues = useVenues(cityId)
  if (!city) return <Loading />
  return <Shown of={venues}>{({ items }) => <Book city={city} venues={items} {...step} />}</Shown>
}

type BookProps = StepProps & { readonly city: City; readonly venues: readonly Venue[] }

function Book({ city, venues, step, onStep }: BookProps) {
  const form = useBookForm({ city, venues, onStep })
  const heading = useStepFocus(step)
  const start = () => {
    form.reset()
    onStep(1)
  }
  const shared = { city, venues, form, onStep }
  return (
    <>
      {step < 5 && <StepNav steps={STEPS.map(key => say(key))} now={step} />}
      <h2 ref={heading} tabIndex={-1}>
        <T k={STEPS[step - 1] ?? 'desk.book-done'} />
      </h2>
      {step > 1 && step < 5 && (
        <p class="lead">
          <T k="desk.book-for" p={{ name: <strong lang="ja">{form.values.personName}</strong> }} />{' '}
          {form.values.memberNumber}
        </p>
      )}
      {step === 1 && <BookPerson {...shared} />}
      {step === 2 && <BookTime {...shared} />}
      {step === 3 && <BookContents {...shared} />}
      {step === 4 && <BookConfirm {...shared} />}
      {step === 5 && <BookSlip {...shared} onNew={start} />}
    </>
  )
}

export type BookForm = ReturnType<typeof useBookForm>
export type BookPartProps = {
  readonly city: City
  readonly venues: readonly Venue[]
  readonly form: BookForm
  readonly onStep: (step: BookStep) => void
}

type FormTools = Pick<BookProps, 'city' | 'venues' | 'onStep'>

function useBookForm({ city, venues, onStep }: FormTools) {
  return useForm({
    initial: NO_BOOKING,
    draft: DRAFT,
    validate: problemsOf,
    submit: async (values, key) => {
      const answer = await send(values, { key, city, listing: listingOf(venues, values.listingId) })
      if (answer.status === 'ok') onStep(5)
      return answer
    },
  })
}

export function listingOf(venues: readonly Venue[], listingId: string): Listing | undefined {
  return venues
    .flatMap(venue => venue.spaces)
    .flatMap(space => space.listings)
    .find(listing => listing.listingId === listingId)
}

type Sending = { readonly key: string; readonly city: City; readonly listing: Listing | undefined }

async function send(values: BookValues, { key, city, listing }: Sending) {
  const { personId, listingId, date, from, to, eventName, note, guardian, phase } = values
  const wish = { listingId, date, from, to }
  const form = {
    eventName,
    people: wholeNumber(values.people) ?? 0,
    note,
    paidEvent: listing?.use === 'paid-event',
    acceptedTermsVersion: city.policy.termsVersion,
    guardianPresent: guardian,
  }
  if (phase === 'lottery')
    return api.post('/api/staff/entries', { body: { personId, form: { ...form, wishes: [wish] } }, key })
  return api.post('/api/staff/reservations', { body: { personId, application: { ...form, ...wish } }, key })
}

/** Each step is a page of its own for a screen reader, except the first one it finds. */
function useStepFocus(step: BookStep) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [step])
  return heading
}
