import type { FieldProps } from '../../forms/use-form.ts'
import { normaliseNumber } from '../../lib/normalise-number.ts'
import { FieldFrame, type FieldLook, tied } from './field.tsx'

export type TextFieldProps = FieldProps<string> &
  FieldLook & {
    readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date'
    readonly autocomplete?: string
    readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
    /** Width in characters where the answer has a known length. */
    readonly size?: number
    readonly maxLength?: number
    /** Turns what was typed into what is sent, in view, when the field is left. */
    readonly normalise?: (text: string) => string
  }

export function TextField({ type = 'text', normalise, ...props }: TextFieldProps) {
  return (
    <FieldFrame {...props}>
      <input
        {...tied(props)}
        class={props.size === undefined ? 'input' : 'input input--sized'}
        type={type}
        name={props.name}
        value={props.value}
        size={props.size}
        maxLength={props.maxLength}
        autocomplete={props.autocomplete ?? 'off'}
        inputMode={props.inputMode}
        onInput={event => props.onChange(event.currentTarget.value)}
        onBlur={event => normalise && props.onChange(normalise(event.currentTarget.value))}
      />
    </FieldFrame>
  )
}

/** Counts and member numbers: full-width digits and every hyphen are taken, and shown as they are sent. */
export function NumberField(props: Omit<TextFieldProps, 'type' | 'normalise'>) {
  return <TextField inputMode="numeric" {...props} normalise={normaliseNumber} />
}

type TextAreaProps = FieldProps<string> & FieldLook & { readonly rows?: number; readonly maxLength?: number }

export function TextArea({ rows = 4, ...props }: TextAreaProps) {
  return (
    <FieldFrame {...props}>
      <textarea
        {...tied(props)}
        class="input"
        name={props.name}
        rows={rows}
        maxLength={props.maxLength}
        value={props.value}
        onInput={event => props.onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}
