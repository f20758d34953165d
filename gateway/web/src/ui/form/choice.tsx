import type { FieldProps } from '../../forms/use-form.ts'
import type { Message } from '../../i18n/message.ts'
import { Say, sayPlain, useText } from '../../i18n/text.tsx'
import { FieldError, FieldFrame, type FieldLook, Need, tied } from './field.tsx'
import { Fieldset } from './fieldset.tsx'

type Option = { readonly value: string; readonly label: Message; readonly note?: Message }
type ChoiceProps = FieldProps<string> & FieldLook & { readonly options: readonly Option[] }

export function RadioGroup(props: ChoiceProps) {
  return (
    <Fieldset {...props}>
      {props.options.map(({ value, label, note }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>
            <Say message={label} />
            {note !== undefined && (
              <span class="choice__note">
                <Say message={note} />
              </span>
            )}
          </span>
        </label>
      ))}
    </Fieldset>
  )
}

/** `value` of '' is 選んでください; give an option with '' to say something else. */
export function Select(props: ChoiceProps) {
  const t = useText()
  const hasEmpty = props.options.some(option => option.value === '')
  return (
    <FieldFrame {...props}>
      <select
        {...tied(props)}
        class="input input--select"
        name={props.name}
        value={props.value}
        onChange={event => props.onChange(event.currentTarget.value)}
      >
        {!hasEmpty && <option value="">{t('common.range-choose')}</option>}
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {sayPlain(label)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

export function Checkbox(props: FieldProps<boolean> & FieldLook) {
  return (
    <div class={props.error === undefined ? 'field' : 'field field--error'}>
      <FieldError id={props.id} error={props.error} />
      <label class="choice">
        <input
          {...tied(props)}
          type="checkbox"
          name={props.name}
          checked={props.value}
          onChange={event => props.onChange(event.currentTarget.checked)}
        />
        <span>
          <Say message={props.label} />
          <Need optional={props.optional ?? false} />
          {props.hint !== undefined && (
            <span class="choice__note" id={`${props.id}-hint`}>
              <Say message={props.hint} />
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
