import { useForm } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { FormProblems } from '../../../shell/form-problems.tsx'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

type Props = {
  readonly venues: readonly { readonly venueId: string; readonly name: string }[]
  readonly venueId: string
  readonly date: string
  readonly onChange: (wanted: { readonly venue: string; readonly date: string }) => void
  readonly onStep: (days: number) => void
}

/** Which facility and which day; the arrows go day by day. */
export function DayChooser({ venues, venueId, date, onChange, onStep }: Props) {
  const form = useForm({
    initial: { venue: venueId, date },
    validate: values =>
      values.date === '' ? [{ field: 'date' as const, message: say('staff.error-date') }] : [],
    submit: values => {
      onChange(values)
      return Promise.resolve({ status: 'ok' as const })
    },
  })
  return (
    <form onSubmit={form.onSubmit} noValidate class="filter no-print">
      <FormProblems form={{ ...form, answer: undefined }} />
      <div class="filter__fields">
        <Select
          {...form.field('venue')}
          label={say('staff.filter-venue')}
          options={venues.map(one => ({ value: one.venueId, label: one.name }))}
        />
        <TextField {...form.field('date')} type="date" size={12} label={say('staff.date')} />
        <Button type="submit" kind="secondary" k="staff.filter-show" />
        <Button kind="secondary" onClick={() => onStep(-1)} k="staff.day-before" />
        <Button kind="secondary" onClick={() => onStep(1)} k="staff.day-after" />
      </div>
    </form>
  )
}
