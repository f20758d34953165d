import type { Venue } from '@asaichi/contract/catalog/venue.ts'
import type { Form } from '../../../forms/use-form.ts'
import { say } from '../../../i18n/message.ts'
import { RadioGroup, Select } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { type ClosingValues, TIMES, WEEKDAYS } from './closing-values.ts'

type Props = {
  readonly venues: readonly Venue[]
  readonly form: Pick<Form<ClosingValues, never>, 'field' | 'values'>
}

export function ClosingFields({ venues, form }: Props) {
  const venue = venues.find(({ venueId }) => venueId === form.values.venueId)
  return (
    <>
      <RadioGroup
        {...form.field('kind')}
        label={say('staff.hold-kind')}
        options={[
          { value: 'closure', label: say('staff.kind-closure'), note: say('staff.hold-closure-note') },
          { value: 'city-use', label: say('staff.kind-city-use'), note: say('staff.hold-city-use-note') },
        ]}
      />
      <div class="side-by-side">
        <Select
          {...form.field('venueId')}
          label={say('staff.filter-venue')}
          options={venues.map(({ venueId, name }) => ({ value: venueId, label: name }))}
        />
        <Select
          {...form.field('spaceId')}
          label={say('staff.closings-rooms')}
          options={[
            { value: '', label: say('staff.closings-all-rooms') },
            ...(venue?.spaces ?? []).map(({ spaceId, name }) => ({ value: spaceId, label: name })),
          ]}
        />
      </div>
      <div class="side-by-side">
        <TextField {...form.field('first')} type="date" size={12} label={say('staff.closings-first')} />
        <TextField {...form.field('last')} type="date" size={12} label={say('staff.closings-last')} />
        <Select
          {...form.field('weekdays')}
          label={say('staff.closings-weekdays')}
          options={Object.entries(WEEKDAYS).map(([value, { label }]) => ({ value, label: say(label) }))}
        />
      </div>
      <div class="side-by-side">
        <Select
          {...form.field('from')}
          label={say('common.range-from')}
          options={TIMES.slice(0, -1).map(value => ({ value, label: value }))}
        />
        <Select
          {...form.field('to')}
          label={say('common.range-to')}
          options={TIMES.filter(time => time > form.values.from).map(value => ({ value, label: value }))}
        />
      </div>
      <TextField
        {...form.field('why')}
        label={say('staff.hold-reason')}
        hint={say('staff.hold-reason-hint')}
        maxLength={200}
      />
    </>
  )
}
