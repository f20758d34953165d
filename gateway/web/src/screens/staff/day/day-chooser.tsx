import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import { say } from '../../../i18n/message.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { FilterForm, useFilter } from '../../shared/filter-form.tsx'
import { VenueSelect } from '../../shared/venue-select.tsx'

type Props = {
  readonly venues: readonly Venue[]
  readonly venueId: string
  readonly date: string
  readonly onChange: (wanted: { readonly venue: string; readonly date: string }) => void
  readonly onStep: (days: number) => void
}

/** Which facility and which day; the arrows go day by day. */
export function DayChooser({ venues, venueId, date, onChange, onStep }: Props) {
  const form = useFilter({
    initial: { venue: venueId, date },
    validate: values =>
      values.date === '' ? [{ field: 'date' as const, message: say('staff.error-date') }] : [],
    onChange,
  })
  return (
    <FilterForm
      form={form}
      beside={
        <>
          <Button kind="secondary" onClick={() => onStep(-1)} k="staff.day-before" />
          <Button kind="secondary" onClick={() => onStep(1)} k="staff.day-after" />
        </>
      }
    >
      <VenueSelect {...form.field('venue')} label={say('staff.filter-venue')} venues={venues} />
      <TextField {...form.field('date')} type="date" size={12} label={say('staff.date')} />
    </FilterForm>
  )
}
