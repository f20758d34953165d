import { useState } from 'preact/hooks'
import type { FieldProps } from '../../forms/use-form.ts'
import { Span } from '../../i18n/text.tsx'
import { FieldFrame, type FieldLook, tied } from '../form/field.tsx'

type Props = FieldProps<string> & FieldLook & { readonly autocomplete: 'current-password' | 'new-password' }

/** Paste and password managers work; what is typed can be looked at. */
export function PasswordField(props: Props) {
  const [isShown, setShown] = useState(false)
  return (
    <FieldFrame {...props}>
      <input
        {...tied(props)}
        class="input"
        type={isShown ? 'text' : 'password'}
        name={props.name}
        value={props.value}
        autocomplete={props.autocomplete}
        autocapitalize="none"
        spellcheck={false}
        onInput={event => props.onChange(event.currentTarget.value)}
      />
      <label class="choice">
        <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} />
        <Span k="person.show-password" />
      </label>
    </FieldFrame>
  )
}
