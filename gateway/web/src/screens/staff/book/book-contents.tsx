import { say } from '../../../i18n/message.ts'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/form/choice.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/form/text-field.tsx'
import { PurposeField } from '../../shared/purpose-field.tsx'
import { BookWhat } from './book-what.tsx'
import { TermsToRead } from './terms-to-read.tsx'
import type { BookPartProps } from './use-book-form.ts'

/** T5: what the form of a resident asks (M24), filled in while talking. */
export function BookContents(props: BookPartProps) {
  const { city, form, onStep } = props
  const next = (event: Event) => {
    if (form.check(event)) onStep(4)
  }
  return (
    <>
      <BookWhat {...props} />
      <form onSubmit={next} noValidate>
        <FormProblems form={{ ...form, answer: undefined }} />
        <TextField {...form.field('eventName')} label={say('staff.event-name')} maxLength={80} />
        <NumberField {...form.field('people')} label={say('staff.people')} size={6} />
        <TextArea
          {...form.field('note')}
          label={say('staff.note')}
          hint={say('staff.note-hint')}
          maxLength={1000}
          rows={3}
        />
        {city.policy.purposes && (
          <PurposeField
            {...form.field('purpose')}
            label={say('staff.purpose')}
            purposes={city.policy.purposes}
            optional
          />
        )}
        <Checkbox {...form.field('guardian')} label={say('staff.guardian')} optional />
        <TermsToRead city={city} />
        <Checkbox {...form.field('terms')} label={say('staff.terms-accepted')} />
        <div class="buttons">
          <Button type="submit" k="staff.book-next" />
          <Button kind="secondary" onClick={() => onStep(2)} k="staff.book-back" />
        </div>
      </form>
    </>
  )
}
