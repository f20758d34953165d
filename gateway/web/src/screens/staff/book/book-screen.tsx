import type { City } from '@asaichi/contract/catalog/city.ts'
import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { readDraft } from '../../../forms/drafts.ts'
import type { Key } from '../../../i18n/catalogue.ts'
import { say } from '../../../i18n/message.ts'
import { T } from '../../../i18n/text.tsx'
import { useCity } from '../../../shell/city.tsx'
import { Shown } from '../../../shell/shown.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { StepNav } from '../../../ui/steps/step-nav.tsx'
import { StaffPage } from '../shared/staff-page.tsx'
import { useVenues } from '../shared/use-venues.ts'
import { BookConfirm } from './book-confirm.tsx'
import { BookContents } from './book-contents.tsx'
import { BookPerson } from './book-person.tsx'
import { BookSlip } from './book-slip.tsx'
import { BookTime } from './book-time.tsx'
import { BOOK_DRAFT, firstOpenStep, NO_BOOKING } from './book-values.ts'
import { type BookStep, useBookForm } from './use-book-form.ts'
import './book.css'

const STEPS = [
  'staff.book-step-person',
  'staff.book-step-time',
  'staff.book-step-contents',
  'staff.book-step-confirm',
] as const satisfies readonly Key[]
/** T5, G13: books for somebody on the telephone or at the counter. */
export function BookScreen() {
  const [step, setStep] = useState<BookStep>(() => firstOpenStep(readDraft(BOOK_DRAFT, NO_BOOKING)))
  return (
    <StaffPage
      title={say('staff.book-title')}
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
        <T k={STEPS[step - 1] ?? 'staff.book-done'} />
      </h2>
      {step > 1 && step < 5 && (
        <p class="lead">
          <T k="staff.book-for" p={{ name: <strong lang="ja">{form.values.personName}</strong> }} />{' '}
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
