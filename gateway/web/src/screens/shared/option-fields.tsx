import type { VenueOption } from '@asaichi/contract/catalog/venue.ts'
import type { FieldProps } from '../../forms/use-form.ts'
import { plain } from '../../i18n/format.tsx'
import { useLanguage } from '../../i18n/language.ts'
import { say } from '../../i18n/message.ts'
import { ownWords } from '../../i18n/own-words.ts'
import { Select } from '../../ui/form/choice.tsx'
import { Fieldset } from '../../ui/form/fieldset.tsx'
import type { OptionCounts } from './room-options.ts'

type Props = FieldProps<OptionCounts> & { readonly offered: readonly VenueOption[] }

/** G10: how many of what can be had with the room; whether so many are left at that time the desk says. */
export function OptionFields({ offered, ...field }: Props) {
  return (
    <Fieldset {...field} label={say('booking.options')} hint={say('press.options-hint')} optional>
      {offered.map(option => (
        <OptionField
          key={option.optionId}
          option={option}
          id={`${field.id}-${option.optionId}`}
          count={field.value[option.optionId] ?? 0}
          onChange={count => field.onChange({ ...field.value, [option.optionId]: count })}
        />
      ))}
    </Fieldset>
  )
}

type FieldOf = {
  readonly option: VenueOption
  readonly id: string
  readonly count: number
  readonly onChange: (count: number) => void
}

function OptionField({ option, id, count, onChange }: FieldOf) {
  const language = useLanguage()
  const { note } = option
  const counts = Array.from({ length: option.stock }, (_, nr) => nr + 1)
  return (
    <Select
      id={id}
      name={id}
      label={ownWords(option, 'name', language).text}
      {...(note !== null && { hint: ownWords({ ...option, note }, 'note', language).text })}
      optional
      error={undefined}
      value={String(count)}
      onChange={value => onChange(Number(value))}
      options={[
        { value: '0', label: say('press.option-none') },
        ...counts.map(one => ({
          value: String(one),
          label: say('press.option-count', { count: one, yen: plain.money(one * option.yen, language) }),
        })),
      ]}
    />
  )
}
