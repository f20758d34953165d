import type { ComponentChildren } from 'preact'
import type { Message } from '../../i18n/message.ts'
import { Say } from '../../i18n/text.tsx'
import { type FieldLook, FieldNotes, Need } from './field.tsx'

type Props = FieldLook & {
  readonly id: string
  readonly error?: Message | undefined
  readonly children: ComponentChildren
}

/** A question whose answer has several controls. Its own id takes the focus from the error summary. */
export function Fieldset({ id, label, hint, optional = false, error, children }: Props) {
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <fieldset
      class={error === undefined ? 'fieldset field' : 'fieldset field field--error'}
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy === '' ? undefined : describedBy}
    >
      <legend class="field__label">
        <Say message={label} />
        <Need optional={optional} />
      </legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}
