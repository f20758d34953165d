import type { ComponentChildren } from 'preact'
import type { Message } from '../../i18n/message.ts'
import { Say, Span } from '../../i18n/text.tsx'

/** What every field says about itself besides its value (`form.field('…')` gives that). */
export type FieldLook = {
  readonly label: Message
  readonly hint?: Message
  /** Unset means required; optional fields are marked 任意. */
  readonly optional?: boolean
}

type FrameProps = FieldLook & {
  readonly id: string
  readonly error: Message | undefined
  readonly children: ComponentChildren
}

/** Label, hint, error and the control, in this order, so that each is read before the control. */
export function FieldFrame({ id, label, hint, optional, error, children }: FrameProps) {
  return (
    <div class={error === undefined ? 'field' : 'field field--error'}>
      <label class="field__label" for={id}>
        <Say message={label} />
        <Need optional={optional ?? false} />
      </label>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

type NotesProps = {
  readonly id: string
  readonly hint: Message | undefined
  readonly error: Message | undefined
}

/** What to write, and what is wrong with what was written. */
export function FieldNotes({ id, hint, error }: NotesProps) {
  return (
    <>
      {hint !== undefined && (
        <p class="field__hint" id={`${id}-hint`}>
          <Say message={hint} />
        </p>
      )}
      <FieldError id={id} error={error} />
    </>
  )
}

export function Need({ optional }: { readonly optional: boolean }) {
  return (
    <Span
      k={optional ? 'common.optional' : 'common.required'}
      class={optional ? 'field__optional' : 'field__required'}
    />
  )
}

export function FieldError({ id, error }: { readonly id: string; readonly error: Message | undefined }) {
  if (error === undefined) return null
  return (
    <p class="field__error" id={`${id}-error`}>
      <Say message={error} />
    </p>
  )
}

/** The attributes that tie a control to its hint and error. */
export function tied(props: FieldLook & { readonly id: string; readonly error: Message | undefined }) {
  const ids = [
    props.hint !== undefined && `${props.id}-hint`,
    props.error !== undefined && `${props.id}-error`,
  ]
  const describedBy = ids.filter(Boolean).join(' ')
  return {
    id: props.id,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
    'aria-required': props.optional ? undefined : ('true' as const),
  }
}
