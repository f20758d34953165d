import type { FieldProps } from '../../forms/use-form.ts'
import type { Key } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/message.ts'
import { Span, useText } from '../../i18n/text.tsx'
import { type DateParts, ERAS, type EraName } from '../../lib/era.ts'
import { normaliseNumber } from '../../lib/normalise-number.ts'
import type { FieldLook } from '../form/field.tsx'
import { Fieldset } from '../form/fieldset.tsx'

const ERA_TEXTS: Readonly<Record<EraName, Key>> = {
  西暦: 'person.era-seireki',
  令和: 'person.era-reiwa',
  平成: 'person.era-heisei',
  昭和: 'person.era-showa',
  大正: 'person.era-taisho',
}
const PARTS = [
  ['year', 'person.year'],
  ['month', 'person.month'],
  ['day', 'person.day'],
] as const

type Props = FieldProps<DateParts> & FieldLook

/** M3, S9: a birth date as an era and three texts; no calendar, no jumping from field to field. */
export function DatePartsField({ hint = say('person.date-hint'), ...props }: Props) {
  const t = useText()
  const change = (part: Partial<DateParts>) => props.onChange({ ...props.value, ...part })
  return (
    <Fieldset {...props} hint={hint}>
      <div class="date-parts">
        <label>
          <Span k="person.era" />
          <select
            class="input"
            value={props.value.era}
            onChange={event => change({ era: ERAS[event.currentTarget.selectedIndex] ?? '西暦' })}
          >
            {ERAS.map(era => (
              <option key={era} value={era}>
                {t(ERA_TEXTS[era])}
              </option>
            ))}
          </select>
        </label>
        {PARTS.map(([part, text]) => (
          <label key={part}>
            <Span k={text} />
            <input
              class="input input--sized"
              inputMode={part === 'year' ? 'text' : 'numeric'}
              size={part === 'year' ? 5 : 3}
              name={`${props.name}-${part}`}
              autocomplete={`bday-${part}`}
              aria-invalid={props.error === undefined ? undefined : 'true'}
              value={props.value[part]}
              onInput={event => change({ [part]: event.currentTarget.value })}
              onBlur={event => change({ [part]: normaliseNumber(event.currentTarget.value) })}
            />
          </label>
        ))}
      </div>
    </Fieldset>
  )
}
