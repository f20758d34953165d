import type { FieldProps } from '../../forms/use-form.ts'
import { say } from '../../i18n/message.ts'
import { normaliseNumber } from '../../lib/normalise-number.ts'
import type { FieldLook } from '../form/field.tsx'
import { TextField } from '../form/text-field.tsx'

type Props = FieldProps<string> & Pick<FieldLook, 'label' | 'hint'>

/** M9: one field for the mailed digits; phones fill it in by themselves, and it can be pasted. */
export function OneTimeCode({ hint = say('person.code-hint'), ...props }: Props) {
  return (
    <TextField
      {...props}
      hint={hint}
      autocomplete="one-time-code"
      inputMode="numeric"
      // Six full-width digits in sight.
      size={14}
      normalise={text => normaliseNumber(text).replaceAll('-', '')}
    />
  )
}
