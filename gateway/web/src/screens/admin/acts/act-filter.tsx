import { api } from '../../../api/client.ts'
import { useApi } from '../../../api/use-api.ts'
import { say } from '../../../i18n/message.ts'
import { Select } from '../../../ui/form/choice.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { FilterForm, useFilter } from '../../shared/filter-form.tsx'
import { ACTS, nameOfAct } from './act-name.ts'
import type { Filter } from './filter-of.ts'

type Field = 'by' | 'act' | 'from' | 'to'
type Props = {
  readonly cityId: string
  readonly filter: Filter
  readonly onChange: (wanted: Readonly<Record<Field, string>>) => void
}

/** Who of the team, what, and from which day to which. */
export function ActFilter({ cityId, filter, onChange }: Props) {
  const team = useApi(
    signal => api.get('/api/cities/{cityId}/team', { params: { cityId }, signal }),
    [cityId],
  )
  const { by = '', act = '', from = '', to = '' } = filter
  const form = useFilter({
    initial: { by, act: act as string, from, to },
    validate: values =>
      values.from !== '' && values.to !== '' && values.to < values.from
        ? [{ field: 'to' as const, message: say('admin.acts-span-wrong') }]
        : [],
    onChange,
  })
  const members = team.value?.members ?? []
  return (
    <FilterForm form={form} k="admin.acts-show">
      <Select
        {...form.field('by')}
        label={say('admin.acts-by')}
        optional
        options={[
          { value: '', label: say('admin.acts-everybody') },
          ...members.map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
      />
      <Select
        {...form.field('act')}
        label={say('admin.acts-act')}
        optional
        options={[
          { value: '', label: say('admin.acts-everything') },
          ...ACTS.map(value => ({ value, label: say(nameOfAct(value)) })),
        ]}
      />
      <TextField {...form.field('from')} type="date" size={12} label={say('admin.acts-from')} optional />
      <TextField {...form.field('to')} type="date" size={12} label={say('admin.acts-to')} optional />
    </FilterForm>
  )
}
